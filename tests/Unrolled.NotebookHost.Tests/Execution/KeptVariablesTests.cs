using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>What a cell leaves that failed or was stopped: as in Python, all that it had assigned.</summary>
[Collection(SessionTests.Name)]
public sealed class KeptVariablesTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("var list = new List<int> { 1, 2 };\nthrow new Exception();", "list.Count", "2")]
    [InlineData("var list = new List<int> { 1, 2 }; throw new Exception();", "list.Count", "2")]
    [InlineData("int n = 0;\nn = 1 / n;", "n", "0")]
    [InlineData("int zero = 0; string nothing = null;\nthrow new Exception();", "nothing == null && zero == 0", "True")]
    [InlineData("int n = 3;\nn = int.Parse(\"x\");", "n", "3")]
    [InlineData("var model = new List<int>();\nforeach (int i in new[] { 1, 0 }) model.Add(6 / i);", "model[0]", "6")]
    [InlineData("bool read = int.TryParse(\"7\", out int seven);\nthrow new Exception();", "seven", "7")]
    [InlineData("(int a, string b) = (1, \"b\");\nthrow new Exception();", "a + b", "1b")]
    [InlineData("await Task.Yield();\nvar after = 5;\nawait Task.Delay(1);\nthrow new Exception();", "after", "5")]
    [InlineData("var p = new { A = 4 };\nthrow new Exception();\nvar q = new { B = 1 };", "p.A", "4")]
    [InlineData("var big = new int[3];\nbig[0] = 9;\nbig[20] = 1;", "big[0]", "9")]
    [InlineData(
        "record Point(int X);\nvar point = new Point(8);\nthrow new Exception();",
        "(point with { X = point.X + 1 }).ToString()",
        "Point { X = 9 }")]
    [InlineData("throw new Exception();\nint Twice(int n) => 2 * n;", "Twice(4)", "8")]
    public async Task A_cell_that_fails_keeps_what_it_has_assigned(string failing, string next, string expected)
    {
        await session.FailAsync(failing);

        Assert.Equal(expected, await session.ResultAsync(next));
    }

    [Theory]
    [InlineData("int Fail() => throw new Exception();\nint x = Fail();\nint y = 2;", "y")]
    [InlineData("int Fail() => throw new Exception();\nint x = Fail();\nint y = 2;", "x")]
    [InlineData("var text = new string('a', -1);", "text")]
    [InlineData("throw new Exception(); var text = \"a\";", "text")]
    [InlineData("if (!int.TryParse(\"x\", out int n)) throw new Exception();", "n")]
    public async Task A_variable_that_was_not_reached_does_not_exist(string failing, string name)
    {
        await session.FailAsync(failing);

        Assert.Contains($"'{name}' does not exist", (await session.FailAsync(name)).Message);
    }

    [Theory]
    [InlineData("string x = \"old\";", "string x = \"old\";\nthrow new Exception();", "old")]
    [InlineData("string x = \"old\";", "throw new Exception();\nstring x = \"new\";", "old")]
    [InlineData("string x = \"old\";", "throw new Exception();\nint x = 1;", "old")]
    [InlineData("string x = \"old\";", "string Fail() => throw new Exception();\nstring x = Fail();", "old")]
    [InlineData("string x = \"old\";", "string x = \"new\";\nthrow new Exception();", "new")]
    [InlineData(
        "string x = \"old\";", "string Mine() => x + x;\nthrow new Exception();\nstring x = \"new\";", "old")]
    [InlineData(
        "var x = new { A = \"old\" };", "var y = new { B = 1, C = 2 };\nthrow new Exception();\nvar x = new { B = 1 };",
        "{ A = old }")]
    public async Task A_variable_that_was_not_declared_again_keeps_its_value(
        string before, string failing, string expected)
    {
        await session.OkAsync(before);
        await session.FailAsync(failing);

        Assert.Equal(expected, await session.ResultAsync("x.ToString()"));
    }

    [Fact]
    public async Task A_stopped_cell_keeps_what_it_has_assigned()
    {
        using CancellationTokenSource interrupt = new();
        AppContext.SetData("unrolled-test-interrupt", (Action)interrupt.Cancel);

        CellResult result = await session.RunAsync(
            "var model = new List<int>();\n"
            + "for (int i = 0; ; i++) { model.Add(i); if (i == 3) "
            + "((Action)AppContext.GetData(\"unrolled-test-interrupt\"))(); }\nvar history = 1;",
            interrupt.Token);

        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.Equal("4", await session.ResultAsync("model.Count"));
        Assert.Contains("'history' does not exist", (await session.FailAsync("history")).Message);
    }

    [Fact]
    public async Task A_cell_that_is_stopped_while_it_awaits_keeps_what_it_has_assigned()
    {
        using CancellationTokenSource interrupt = new();
        AppContext.SetData("unrolled-test-interrupt", (Action)interrupt.Cancel);

        await session.RunAsync(
            "var model = new List<int> { 1 };\n((Action)AppContext.GetData(\"unrolled-test-interrupt\"))();\n"
            + "await new TaskCompletionSource().Task;",
            interrupt.Token);

        Assert.Equal("1", await session.ResultAsync("model.Count"));
    }

    [Fact]
    public async Task An_imported_file_that_fails_leaves_its_variables_too()
    {
        session.Write("half.csx", "var first = 1;\nthrow new Exception();");

        await session.FailAsync("var before = 2;\n#!import \"half.csx\"");

        Assert.Equal("3", await session.ResultAsync("first + before"));
    }

    [Fact]
    public async Task The_list_of_variables_has_no_variable_without_a_value()
    {
        await session.FailAsync("int first = 1;\nthrow new Exception();\nint second = 2;");
        await session.OkAsync("#!who");

        Assert.Equal("first", SessionFixture.Text(session.Displays.Single()));
        Assert.DoesNotContain(session.Complete("s", 1).Items, item => item.Text.Contains("second"));
    }

    [Fact]
    public async Task A_corrected_cell_declares_everything_anew()
    {
        await session.FailAsync("var x = 1;\nrecord Point(int X);\nvar y = 1 / (x - 1);");

        Assert.Equal("5", await session.ResultAsync("var x = 2;\nrecord Point(int X);\nvar y = 5 / (x - 1);\ny"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await session.OkAsync("var x = 1;");
        await session.FailAsync("var x = 2;\nundefined();");

        Assert.Equal("1", await session.ResultAsync("x"));
    }
}
