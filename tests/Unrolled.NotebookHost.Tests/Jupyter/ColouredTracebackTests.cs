using FsCheck.Fluent;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Jupyter;

namespace Unrolled.NotebookHost.Tests.Jupyter;

public sealed class ColouredTracebackTests
{
    private static readonly string[] Lines =
    [
        "cell 3, line 2, column 5: error CS0103: The name 'x' does not exist",
        "    int y = x;",
        "            ^",
        "System.InvalidOperationException: it failed: twice",
        "   at Layer.Step(int t) in Layer.cs, line 12",
        "   at cell 3, line 2",
        "   imported in cell 4, line 1",
        "caused by System.Exception: inner",
    ];

    [Theory]
    [InlineData(0, "cell 3, line 2, column 5: [error CS0103]: The name 'x' does not exist")]
    [InlineData(1, "    int y = x;")]
    [InlineData(2, "[            ^]")]
    [InlineData(3, "[System.InvalidOperationException]: it failed: twice")]
    [InlineData(4, "   at Layer.Step(int t) in [Layer.cs, line 12]")]
    [InlineData(5, "   at [cell 3, line 2]")]
    [InlineData(6, "   imported in [cell 4, line 1]")]
    public void What_failed_and_where_is_coloured(int line, string expected)
    {
        string coloured = ColouredTraceback.Of(Error(Lines[line])).Single();

        Assert.Equal(
            expected,
            EscapeSequences.Remove(coloured.Replace("\u001b[0m", "]").Replace("\u001b[31m", "[").Replace(
                "\u001b[1;31m", "[").Replace("\u001b[32m", "[")));
    }

    [Fact]
    public void Without_the_colours_the_lines_are_the_errors_own() =>
        Prop.ForAll(Gen.Elements(Lines).ArrayOf().ToArbitrary(), lines =>
            ColouredTraceback.Of(Error(lines)).Select(EscapeSequences.Remove).SequenceEqual(lines)).CheckSeeded();

    private static ErrorOutput Error(params string[] lines) => new("Error", "message", lines, Line: null);
}
