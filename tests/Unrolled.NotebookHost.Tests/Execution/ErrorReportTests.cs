using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Tests.Execution;

[Collection(SessionTests.Name)]
public sealed class ErrorReportTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_compilation_error_names_code_line_and_column_and_points_at_the_place()
    {
        ErrorOutput error = await session.FailAsync("var a = 1;\nvar b = a + missing;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Equal(
            "cell 1, line 2, column 13: error CS0103: The name 'missing' does not exist in the current context",
            error.Message);
        Assert.Equal([error.Message, "    var b = a + missing;", "                ^^^^^^^"], error.Traceback);
    }

    [Theory]
    [InlineData("%time F()", "cell 1, line 1: %time is a command of IPython.")]
    [InlineData("%%timeit\n1 + 1", "cell 1, line 1: %%timeit is a command of IPython.")]
    [InlineData("!ls -l", "cell 1, line 1: !ls is a shell command of IPython.")]
    [InlineData("var x = 1;\n!pip install x", "cell 1, line 2: !pip is a shell command of IPython.")]
    [InlineData("?Console", "cell 1, line 1: To read about Console, place the cursor on it and press Shift-Tab.")]
    [InlineData("Console.WriteLine??", "cell 1, line 1: To read about Console.WriteLine, place")]
    public async Task What_IPython_would_understand_gets_one_hint(string source, string expected)
    {
        ErrorOutput error = await session.FailAsync(source);

        Assert.StartsWith(expected, Assert.Single(error.Traceback), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bool a = true;\n!a", "False")]
    [InlineData("int a = 7;\na\n% 4", "3")]
    [InlineData("int? a = null;\na == null\n? 1 : 2", "1")]
    public async Task What_looks_like_IPython_and_is_CSharp_runs(string source, string expected) =>
        Assert.Equal(expected, await session.ResultAsync(source));

    [Fact]
    public async Task Every_error_is_reported_in_the_order_of_the_source()
    {
        ErrorOutput error = await session.FailAsync("int a = \"x\";\nfoo();\n\tbar();");
        Assert.Equal(3, error.Traceback.Count(line => line.Contains("error CS", StringComparison.Ordinal)));
        Assert.Equal(
            ["cell 1, line 1", "cell 1, line 2", "cell 1, line 3"],
            error.Traceback.Where(line => line.Contains("error CS", StringComparison.Ordinal))
                .Select(line => line.Split(", column")[0]));
        Assert.Equal("    \t^^^", error.Traceback[^1]);
    }

    [Fact]
    public async Task Directive_lines_count()
    {
        ErrorOutput error = await session.FailAsync("#!time\nvar a = 1;\n#!time\nmissing();");
        Assert.Equal(4, error.Line);
        Assert.StartsWith("cell 1, line 4, column 1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_shows_the_frames_of_the_cells_and_no_others()
    {
        await session.OkAsync("void Fail(int n)\n{\n    throw new InvalidOperationException($\"no {n}\");\n}");
        ErrorOutput error = await session.FailAsync("var one = 1;\n\nFail(one);");
        Assert.Equal("System.InvalidOperationException", error.Name);
        Assert.Equal("no 1", error.Message);
        Assert.Equal(3, error.Line);
        Assert.Equal(
            ["System.InvalidOperationException: no 1", "   at Fail(int n) in cell 1, line 3", "   at cell 2, line 3"],
            error.Traceback);
    }

    [Fact]
    public async Task Of_the_framework_only_the_method_that_the_cell_called_is_shown()
    {
        ErrorOutput error = await session.FailAsync("int.Parse(\"x\")");
        Assert.Equal("System.FormatException", error.Name);
        Assert.Equal(3, error.Traceback.Count);
        Assert.Contains(
            "Int32.Parse", error.Traceback[1].Replace("int.Parse", "Int32.Parse", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Equal("   at cell 1, line 1", error.Traceback[2]);
    }

    [Fact]
    public async Task Async_methods_iterators_local_functions_and_lambdas_have_their_own_names()
    {
        ErrorOutput error = await session.FailAsync(
            """
            class Worker {
                public async Task RunAsync() { await Task.Yield(); Items().ToList(); }
                IEnumerable<int> Items() { yield return 1; Local();
                    void Local() => Call(() => throw new Exception("deep")); }
                static void Call(Action action) => action();
            }
            await new Worker().RunAsync();
            """);
        string stack = string.Join("\n", error.Traceback);
        foreach (string name in new[] { "Worker.RunAsync()", "Worker.Items()", "Worker.Local(", "Worker.lambda()",
            "Worker.Call(" })
            Assert.Contains(name, stack, StringComparison.Ordinal);
        Assert.DoesNotContain("MoveNext", stack, StringComparison.Ordinal);
        Assert.DoesNotContain("Submission", stack, StringComparison.Ordinal);
        Assert.EndsWith("at cell 1, line 7", stack, StringComparison.Ordinal);
        Assert.NotNull(error.Line);
    }

    [Fact]
    public async Task Inner_exceptions_are_shown_with_their_stacks()
    {
        ErrorOutput error = await session.FailAsync(
            """
            try { int.Parse("x"); }
            catch (Exception e) { throw new InvalidOperationException("outer", e); }
            """);
        Assert.Equal("outer", error.Message);
        Assert.Equal(2, error.Line);
        Assert.Contains(
            error.Traceback, line => line.StartsWith("caused by System.FormatException: ", StringComparison.Ordinal));
        Assert.Equal("   at cell 1, line 1", error.Traceback[^1]);
    }

    [Theory]
    [InlineData("Task.Run(() => throw new ArgumentException(\"bad\")).Wait();")]
    [InlineData(
        "((Action)(() => throw new ArgumentException(\"bad\"))).Method.Invoke(((Action)(() => { })).Target, null);")]
    public async Task An_exception_that_only_wraps_another_is_unwrapped(string source)
    {
        ErrorOutput error = await session.FailAsync(source);
        Assert.Equal("System.ArgumentException", error.Name);
        Assert.Equal("bad", error.Message);
    }

    [Fact]
    public async Task An_exception_type_of_the_cell_has_the_name_that_the_cell_gave_it()
    {
        ErrorOutput error = await session.FailAsync("class Oops : Exception;\nthrow new Oops();");
        Assert.Equal("Oops", error.Name);
    }

    [Fact]
    public async Task An_exception_whose_message_throws_is_still_reported()
    {
        ErrorOutput error = await session.FailAsync(
            "class Oops : Exception { public override string Message => throw new NotSupportedException(); }\n"
            + "throw new Oops();");
        Assert.Equal("Oops", error.Name);
        Assert.Contains("System.NotSupportedException", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_shown_before_the_error_stays_and_the_error_comes_last()
    {
        await session.FailAsync("Console.Write(\"before\");\nthrow new Exception();");
        Assert.IsType<StreamOutput>(session.Outputs[0]);
        Assert.IsType<ErrorOutput>(session.Outputs[^1]);
    }
}
