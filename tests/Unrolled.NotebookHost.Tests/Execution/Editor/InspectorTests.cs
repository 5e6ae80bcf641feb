using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Tests.Execution.Editor;

[Collection(SessionTests.Name)]
public sealed class InspectorTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("Math.Sq|rt(2)", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt|", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt(|", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt(1 + |2)", "double Math.Sqrt(double d)")]
    [InlineData("\"a\".Len|gth", "int string.Length { get; }")]
    [InlineData("new Sys|tem.Text.StringBuilder()", "namespace System")]
    [InlineData("Cons|ole.WriteLine()", "class System.Console")]
    [InlineData("v|ar x = 1;", "int")]
    [InlineData("int F(int number) { return num|ber; }", "(parameter) int number")]
    [InlineData("Math.P|I", "double Math.PI = 3.141592653589793")]
    [InlineData("new[] { 1 }.Chu|nk(2)", "(extension) IEnumerable<int[]> IEnumerable<int>.Chunk<int>(int size)")]
    public void A_name_is_shown_as_it_is_declared(string source, string expected) =>
        Assert.Equal(expected, string.Join("\n", Inspect(source)!.Signatures));

    [Fact]
    public void Overloads_are_counted_and_in_detail_listed()
    {
        Assert.Equal(["double Math.Abs(double value) (+ 7 overloads)"], Inspect("Math.Abs(1.0|)")!.Signatures);
        Assert.Equal(8, Inspect("Math.Ab|s", inDetail: true)!.Signatures.Count);
    }

    [Fact]
    public void The_framework_s_documentation_is_shown()
    {
        string text = Inspect("\"a\".Pad|Left(3)")!.Text;

        Assert.Contains("totalWidth: The number of characters in the resulting string", text);
        Assert.Contains("Returns: ", text);
        Assert.Contains("Throws ArgumentOutOfRangeException: ", text);
        Assert.DoesNotContain('<', text);
    }

    [Fact]
    public void The_documentation_of_a_library_is_read_from_the_file_beside_it()
    {
        Inspection inspection = Inspect("disp|lay(1)")!;

        Assert.Contains("Shows a value now.", inspection.Text);
        Assert.Contains("value: Anything, null included.", inspection.Text);
    }

    [Fact]
    public async Task A_cells_own_documentation_is_shown()
    {
        await session.OkAsync(
            "/// <summary>Squashes <paramref name=\"x\"/> as <see cref=\"Math.Tanh(double)\"/> does.</summary>\n"
            + "double Squash(double x) => Math.Tanh(x);");

        Inspection inspection = Inspect("Squ|ash(1)")!;

        Assert.Equal(["double Squash(double x)"], inspection.Signatures);
        Assert.Equal("Squashes x as Math.Tanh does.", inspection.Text);
    }

    [Fact]
    public async Task Inherited_documentation_is_that_of_the_base()
    {
        await session.OkAsync("""
            interface ICell
            {
                /// <summary>Goes one step.</summary>
                void Step();
            }
            class Cell : ICell
            {
                /// <inheritdoc/>
                public void Step() { }
            }
            var cell = new Cell();
            """);

        Assert.Equal("Goes one step.", Inspect("cell.St|ep()")!.Text);
    }

    [Theory]
    [InlineData("double rate = 0.5;", "ra|te", "(variable) double rate", "0.5")]
    [InlineData("var rates = new[] { 0.5, 0.25 };", "rat|es", "(variable) double[] rates", "[ 0.5, 0.25 ]")]
    [InlineData("string word = \"gate\";", "wo|rd", "(variable) string word", "gate")]
    public async Task A_variable_is_shown_with_its_value(string cell, string source, string signature, string value)
    {
        await session.OkAsync(cell);

        Inspection inspection = Inspect(source)!;

        Assert.Equal([signature], inspection.Signatures);
        Assert.Equal(value, inspection.Value);
    }

    [Fact]
    public async Task A_question_runs_no_code_of_the_notebook()
    {
        await session.OkAsync(
            "class Loud { public override string ToString() { Environment.FailFast(\"asked\"); return \"\"; } }\n"
            + "var loud = new Loud();\nvar lazy = Enumerable.Range(0, 3).Select(i => { "
            + "Environment.FailFast(\"asked\"); return i; });");

        Assert.Null(Inspect("lo|ud")!.Value);
        Assert.Null(Inspect("la|zy")!.Value);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("unknown|")]
    [InlineData("1 + |")]
    [InlineData("// Mat|h")]
    public void Where_nothing_is_named_nothing_is_said(string source) => Assert.Null(Inspect(source));

    private Inspection? Inspect(string source, bool inDetail = false) =>
        session.Inspect(source.Replace("|", ""), source.IndexOf('|'), inDetail);
}
