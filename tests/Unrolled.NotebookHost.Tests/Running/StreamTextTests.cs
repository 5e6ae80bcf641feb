using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Running;

public sealed class StreamTextTests
{
    // The left and right sides were compared with nbconvert's pattern .*\r(?=[^\n]) and with one-at-a-time removal of
    // [^\n]\b.
    [Theory]
    [InlineData("plain\ntext\n", "plain\ntext\n")]
    [InlineData("10 %\r50 %\r100 %\n", "100 %\n")]
    [InlineData("kept\n1\r2\n", "kept\n2\n")]
    [InlineData("windows\r\nline\r\n", "windows\r\nline\r\n")]
    [InlineData("waiting\r", "waiting\r")]
    [InlineData("a\r\r\n", "\r\n")]
    [InlineData("\r\rx", "x")]
    [InlineData("ab\b\bc", "c")]
    [InlineData("a\n\bb", "a\n\bb")]
    [InlineData("\b\bx", "x")]
    [InlineData("1%\b\b2%\r3%", "3%")]
    public void Rewritten_text_is_saved_as_a_terminal_shows_it(string written, string saved) =>
        Assert.Equal(saved, StreamText.Settle(written));
}
