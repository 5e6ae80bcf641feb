using Unrolled.NotebookHost.Reports;

namespace Unrolled.NotebookHost.Tests.Reports;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b[38;5;9mbright\u001b[m", "bright")]
    [InlineData("\u001b[2K\u001b[1Gline", "line")]
    [InlineData("\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u0007", "link")]
    [InlineData("[31m stays", "[31m stays")]
    public void Escape_sequences_are_left_out(string text, string expected) =>
        Assert.Equal(expected, TerminalText.WithoutEscapes(text));
}
