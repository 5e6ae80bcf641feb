using Unrolled.NotebookHost.Book;

namespace Unrolled.NotebookHost.Tests.Book;

public class AnsiTextTests
{
    [Theory]
    [InlineData("plain <b> & 循环", "plain &lt;b&gt; &amp; 循环")]
    [InlineData("\u001b[31mred\u001b[0m plain", "<span class=\"ansi-fg-1\">red</span> plain")]
    [InlineData(
        "\u001b[1;32mgreen\u001b[22m thin\u001b[39m",
        "<span class=\"ansi-fg-2 ansi-bold\">green</span><span class=\"ansi-fg-2\"> thin</span>")]
    [InlineData("\u001b[97;104mbright\u001b[m.", "<span class=\"ansi-fg-15 ansi-bg-12\">bright</span>.")]
    [InlineData("\u001b[38;5;208morange", "<span style=\"color:#ff8700\">orange</span>")]
    [InlineData("\u001b[38;5;3mbasic", "<span class=\"ansi-fg-3\">basic</span>")]
    [InlineData("\u001b[48;5;244mgrey", "<span style=\"background-color:#808080\">grey</span>")]
    [InlineData("\u001b[38;2;1;2;255mblue", "<span style=\"color:#0102ff\">blue</span>")]
    [InlineData("\u001b[7minverse", "<span class=\"ansi-fg-inverse ansi-bg-inverse\">inverse</span>")]
    [InlineData("\u001b[3;4;9mall", "<span class=\"ansi-italic ansi-underline ansi-strike\">all</span>")]
    [InlineData("\u001b[2Kcleared\u001b]0;title\u0007\u001b[?25l", "cleared")]
    [InlineData("\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u001b[38;5mcut short", "cut short")]
    public void Terminal_text_becomes_html(string text, string expected)
    {
        Assert.Equal(expected, AnsiText.ToHtml(text));
    }
}
