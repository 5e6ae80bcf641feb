using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Tests.Display;

public sealed class EscapeSequencesTests
{
    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b[38;5;9mbright\u001b[m", "bright")]
    [InlineData("\u001b[2K\u001b[1Gline", "line")]
    [InlineData("\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u0007", "link")]
    [InlineData("[31m stays", "[31m stays")]
    public void Text_without_escape_sequences_keeps_all_the_rest(string text, string expected) =>
        Assert.Equal(expected, EscapeSequences.Remove(text));
}
