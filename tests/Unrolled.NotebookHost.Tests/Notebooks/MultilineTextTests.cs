using FsCheck;
using FsCheck.Fluent;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

public class MultilineTextTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a\n" })]
    [InlineData("a\n\nb", new[] { "a\n", "\n", "b" })]
    [InlineData("a\r\nb\rc\n\rd", new[] { "a\r\n", "b\r", "c\n", "\r", "d" })]
    [InlineData("a\vb\fc\u001cd\u001de\u001ef\u0085g\u2028h\u2029i",
        new[] { "a\v", "b\f", "c\u001c", "d\u001d", "e\u001e", "f\u0085", "g\u2028", "h\u2029", "i" })]
    public void Lines_are_split_as_Python_splits_them(string text, string[] lines)
    {
        Assert.Equal(lines, MultilineText.SplitLines(text));
    }

    [Fact]
    public void Splitting_loses_nothing()
    {
        Prop.ForAll<NonNull<string>>(text => Assert.Equal(text.Get, string.Concat(MultilineText.SplitLines(text.Get))))
            .CheckSeeded();
    }
}
