using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Unrolled.NotebookHost.Book;

namespace Unrolled.NotebookHost.Tests.Book;

public class CSharpHighlighterTests
{
    [Theory]
    [InlineData("var x = 1.5e3f;", "keyword:var number:1.5e3f")]
    [InlineData("Matrix<double> w = new(2);", "type:Matrix keyword:double keyword:new number:2")]
    [InlineData("Math.Tanh(x) // squash", "type:Math function:Tanh comment:// squash")]
    [InlineData("Lstm cell = new Lstm();", "type:Lstm keyword:new type:Lstm")]
    [InlineData("$\"{a}: b\"", "string:$\" string:: b string:\"")]
    [InlineData("\"\"\"raw\"\"\"", "string:\"\"\"raw\"\"\"")]
    [InlineData("record Pair(int A);", "keyword:record type:Pair keyword:int")]
    [InlineData("double Step(double x) => x;", "keyword:double function:Step keyword:double")]
    [InlineData("#!import \"setup.csx\"", "directive:#!import \"setup.csx\"")]
    [InlineData("#r \"nuget: X\"", "directive:#r \"nuget: X\"")]
    [InlineData("await Task.Delay(1);", "keyword:await type:Task function:Delay number:1")]
    [InlineData("/* a */ true", "comment:/* a */ keyword:true")]
    public void Words_are_told_apart(string source, string expected)
    {
        string[] words =
        [
            .. new HtmlParser().ParseDocument(CSharpHighlighter.ToHtml(source)).QuerySelectorAll("span")
                .Select(span => $"{span.ClassName}:{span.TextContent}"),
        ];

        Assert.Equal(expected, string.Join(' ', words));
    }

    [Theory]
    [InlineData("int x = ;\n}} unfinished \"string\n'c")]
    [InlineData("1 < 2 && a > \"</code>\"\r\n#if X\nnot read\n#endif\n")]
    [InlineData("#!import \"setup.csx\"\n#!time\nvar 循环 = '\\u0041';")]
    public void No_text_is_lost_or_changed(string source)
    {
        Assert.Equal(source, TextOf(CSharpHighlighter.ToHtml(source)));
    }

    [Fact]
    public void No_text_is_lost_whatever_stands_in_the_cell()
    {
        string[] pieces = ["var ", "x", " = ", "1", ";", "\n", "\"", "{", "}", "$\"{", "//", "/*", "*/", "#", "<", ">",
            "&", "@", "'", "循", "#r ", "?"];
        Gen<string> sources = Gen.Elements(pieces).ListOf().Select(parts => string.Concat(parts));
        Prop.ForAll(sources.ToArbitrary(), source => Assert.Equal(source, TextOf(CSharpHighlighter.ToHtml(source))))
            .CheckSeeded();
    }

    // The prefix keeps the parser from dropping a first newline.
    private static string TextOf(string html) =>
        new HtmlParser().ParseDocument($"<pre>|{html}</pre>").QuerySelector("pre")!.TextContent[1..];
}
