using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Execution.Directives;

namespace Unrolled.NotebookHost.Tests.Execution;

[Collection(SessionTests.Name)]
public sealed class CSharpSessionTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task The_last_expression_without_a_semicolon_is_the_result()
    {
        Assert.Equal("42", await session.ResultAsync("var x = 40;\nx + 2"));
    }

    [Theory]
    [InlineData("40 + 2;")]
    [InlineData("var x = 42;")]
    [InlineData("int F() => 42;\nF();")]
    [InlineData("void F() { }\nF()")]
    [InlineData("await Task.CompletedTask")]
    [InlineData("")]
    [InlineData("// nothing but a comment")]
    public async Task A_cell_without_a_last_value_has_no_result(string source)
    {
        // C# itself refuses 40 + 2; as a statement, and says so.
        if (source.StartsWith("40", StringComparison.Ordinal))
            Assert.Contains("CS0201", (await session.FailAsync(source)).Message, StringComparison.Ordinal);
        else
            await session.OkAsync(source);
        Assert.Empty(session.Outputs.OfType<ResultOutput>());
    }

    [Fact]
    public async Task A_null_result_is_shown()
    {
        Assert.Equal("<null>", await session.ResultAsync("(string)null"));
        Assert.Equal("<null>", await session.ResultAsync("null"));
    }

    [Fact]
    public async Task Variables_types_and_usings_persist_between_cells()
    {
        await session.OkAsync(
            "using System.Globalization;\nrecord Point(int X, int Y);\nvar p = new Point(1, 2);\n"
            + "int Twice(int n) => 2 * n;");
        Assert.Equal(
            "5", await session.ResultAsync("var culture = CultureInfo.InvariantCulture;\nTwice(p.X) + p.Y + 1"));
    }

    [Fact]
    public async Task A_cell_of_using_lines_alone_serves_the_cells_after_it()
    {
        await session.OkAsync("var before = 1;");
        await session.OkAsync("using System.Globalization;");
        Assert.Equal("True", await session.ResultAsync("before == 1 && CultureInfo.InvariantCulture is not null"));
    }

    [Fact]
    public async Task A_variable_can_be_declared_again_with_another_type()
    {
        await session.OkAsync("var x = 1;");
        await session.OkAsync("var x = \"one\";");
        Assert.Equal("one", await session.ResultAsync("x"));
    }

    [Fact]
    public async Task A_cell_can_await()
    {
        Assert.Equal(
            "7", await session.ResultAsync("await Task.Delay(1);\nvar seven = await Task.FromResult(7);\nseven"));
    }

    [Fact]
    public async Task A_cell_may_wait_for_its_own_tasks()
    {
        Assert.Equal(
            "3", await session.ResultAsync("async Task<int> F() { await Task.Yield(); return 3; }\nF().Result"));
    }

    [Theory]
    [InlineData("Math.PI > 3")] // System
    [InlineData("new StringBuilder().Length == 0")] // System.Text
    [InlineData("new ArrayList().Count == 0")] // System.Collections
    [InlineData("new List<int>().Count == 0")] // System.Collections.Generic
    [InlineData("Task.CompletedTask.IsCompleted")] // System.Threading.Tasks
    [InlineData("Enumerable.Range(0, 3).Any()")] // System.Linq
    [InlineData("Path.Combine(\"a\", \"b\").Length == 3")] // System.IO
    public async Task The_usual_namespaces_need_no_using(string expression)
    {
        Assert.Equal("True", await session.ResultAsync(expression));
    }

    [Theory]
    [InlineData("new HttpClient()")]
    [InlineData("Thread.CurrentThread")]
    [InlineData("new Regex(\"\")")]
    [InlineData("new CSharpSession(null)")]
    public async Task No_other_namespace_is_imported(string expression)
    {
        ErrorOutput error = await session.FailAsync(expression);
        Assert.Contains("CS0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_language_version_is_on()
    {
        Assert.Equal(
            "[ 1, 2, 3 ]",
            await session.ResultAsync(
                "class Box { public int V { get => field; set => field = value + 1; } }\n"
                + "int[] a = [1, 2, .. new[] { 3 }];\na"));
    }

    [Fact]
    public async Task Loops_in_cells_are_compiled_with_optimisation()
    {
        string debuggable = await session.ResultAsync(
            """
            using System.Diagnostics;
            using System.Reflection;
            class Marker;
            (typeof(Marker).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled ?? false)
            """);
        Assert.Equal("False", debuggable);
    }

    [Fact]
    public async Task Cells_and_the_threads_they_start_run_in_the_invariant_culture()
    {
        await session.OkAsync(
            """
            using System.Globalization;
            using System.Threading;
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.DefaultThreadCurrentCulture = comma;
            CultureInfo.CurrentCulture = comma;
            """);
        await session.OkAsync(
            """
            string onThread = null;
            var thread = new Thread(() => onThread = 1.5.ToString());
            thread.UnsafeStart();
            thread.Join();
            Console.Write($"{1.5} {onThread} {await Task.Run(() => 1.5.ToString())}");
            """);
        Assert.Equal("1.5 1.5 1.5", session.Stdout);
    }

    [Fact]
    public async Task A_cell_whose_second_part_does_not_compile_leaves_nothing_of_its_first()
    {
        await session.FailAsync("var first = 1;\n#!time\nundefined");
        Assert.Contains("'first' does not exist", (await session.FailAsync("first")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_cell_may_fail()
    {
        await session.FailAsync("int x = \"\";");
        Assert.Equal("1", await session.ResultAsync("var x = 1;\nx"));
    }

    [Fact]
    public async Task A_session_refuses_a_second_cell_while_one_runs()
    {
        using var folder = new SessionFixture();
        using var busy = new CSharpSession(new SessionOptions(folder.Folder), DirectiveTable.All);
        var started = new TaskCompletionSource();
        Task<CellResult> first = busy.ExecuteAsync(
            "Console.WriteLine();\nwhile (!File.Exists(\"" + folder.Folder + "/go\")) await Task.Delay(5);",
            _ => started.TrySetResult());
        await started.Task;
        await Assert.ThrowsAsync<InvalidOperationException>(() => busy.ExecuteAsync("1", _ => { }));
        folder.Write("go", "");
        Assert.True((await first).Succeeded);
    }

    [Fact]
    public async Task An_unobserved_task_exception_does_not_end_the_session()
    {
        await session.OkAsync("void Start() { Task.Run(() => throw new Exception(\"nobody looks\")); }\nStart();");
        await session.OkAsync("await Task.Delay(20);\nGC.Collect();\nGC.WaitForPendingFinalizers();");
        Assert.Equal("1", await session.ResultAsync("1"));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        string missing = Path.Combine(session.Folder, "missing");
        var exception = Assert.Throws<DirectoryNotFoundException>(
            () => new CSharpSession(new SessionOptions(missing), DirectiveTable.All));
        Assert.Contains(missing, exception.Message, StringComparison.Ordinal);
    }
}
