using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

public class OutputRendererTests
{
    private const string Library = "<script type=\"text/javascript\" data-shared=\"lib\">var lib = \"</b>\";</script>";

    [Theory]
    [InlineData("""{"text/html": "<i>h</i>", "image/png": "AQID", "text/plain": "p"}""", ".output.html > i")]
    [InlineData("""{"text/markdown": "**m**", "text/plain": "p"}""", ".output.prose strong")]
    [InlineData("""{"image/svg+xml": "<svg></svg>", "image/png": "AQID"}""", ".output.image > svg")]
    [InlineData("""{"text/latex": "$$x$$"}""", ".output.latex .math.display")]
    [InlineData("""{"text/latex": "$x$"}""", ".output.latex p > .math")]
    [InlineData("""{"image/png": "AQID", "text/plain": "p"}""", ".output.image > img[alt=p][src$='.png']")]
    [InlineData("""{"application/json": {"a": [1]}}""", ".output code.language-json")]
    [InlineData("""{"text/plain": ["a\n", "b"]}""", "pre.output.text")]
    [InlineData("""{"application/x-unknown": "?"}""", "pre.output.text")]
    public void Richest_representation_is_shown(string data, string selector)
    {
        Assert.Single(PageOf(DisplayData(data)).QuerySelectorAll($".outputs {selector}"));
    }

    [Fact]
    public void Images_keep_the_size_that_the_notebook_gives_them()
    {
        JsonObject output = DisplayData("""{"image/png": "AQID"}""");
        output["metadata"] = JsonNode.Parse("""{"image/png": {"width": 320, "height": 80}}""");

        Assert.Single(PageOf(output).QuerySelectorAll("img[width='320'][height='80']"));
    }

    [Theory]
    [InlineData("a line\nFigure 2.13. It falls.", "figure-2-13")]
    [InlineData("a line\nFigure 2.13. It falls.\nand goes on", null)]
    [InlineData("Figure \"2.13. It falls.\"", null)]
    public void A_saved_figure_with_a_caption_has_an_anchor(string text, string? anchor)
    {
        IDocument page = PageOf(DisplayData(new JsonObject { ["image/png"] = "AQID", ["text/plain"] = text }));

        Assert.Equal(anchor, page.QuerySelector(".output.image > img")!.GetAttribute("id"));
    }

    [Fact]
    public void Streams_are_told_apart_and_errors_show_name_message_and_traceback()
    {
        IDocument page = PageOf(
            new JsonObject { ["output_type"] = "stream", ["name"] = "stderr", ["text"] = "careful\n" },
            new JsonObject
            {
                ["output_type"] = "error",
                ["ename"] = "Oops",
                ["evalue"] = "a < b",
                ["traceback"] = new JsonArray("\u001b[31mline 1\u001b[0m", "line 2"),
            });

        Assert.Equal("careful", page.QuerySelector("pre.stderr")!.TextContent);
        Assert.Equal("Oops a < b", page.QuerySelector(".error .error-title")!.TextContent);
        Assert.Equal("line 1\nline 2", page.QuerySelector(".error pre")!.TextContent);
    }

    [Fact]
    public void Shared_script_is_stored_once_and_loaded_once_before_its_first_use()
    {
        (IDocument page, Edition edition) = BookOf(
            DisplayData(new JsonObject { ["text/html"] = $"{Library}<script>use(1)</script>" }),
            DisplayData(new JsonObject { ["text/html"] = $"{Library}<script>use(2)</script>" }));

        IElement[] scripts = [.. page.QuerySelectorAll(".outputs script")];
        Assert.Equal(3, scripts.Length);
        Assert.Equal("text/javascript", scripts[0].GetAttribute("type"));
        Assert.Equal(
            "var lib = \"</b>\";", System.Text.Encoding.UTF8.GetString(edition.Files[scripts[0].GetAttribute("src")!]));
        Assert.StartsWith("assets/lib-", scripts[0].GetAttribute("src"));
        Assert.Equal(["use(1)", "use(2)"], scripts[1..].Select(script => script.TextContent));
    }

    [Fact]
    public void Shared_scripts_of_one_name_and_different_content_are_different()
    {
        IDocument page = PageOf(
            DisplayData(new JsonObject { ["text/html"] = Library }),
            DisplayData(new JsonObject { ["text/html"] = Library.Replace("lib =", "lib2 =") }));

        Assert.Equal(
            2, page.QuerySelectorAll("script[src*='lib-']")
                .Select(script => script.GetAttribute("src")).Distinct().Count());
    }

    [Fact]
    public void Damaged_image_is_reported_and_left_out()
    {
        (IDocument page, Edition edition) = BookOf(DisplayData("""{"image/png": "not base64!"}"""));

        Assert.Empty(page.QuerySelectorAll("main img"));
        Assert.Equal(["page.ipynb, cell 1: an output of type image/png is not valid base64."], edition.Warnings);
    }

    private static JsonObject DisplayData(string data) => DisplayData(JsonNode.Parse(data)!.AsObject());

    private static JsonObject DisplayData(JsonObject data) =>
        new() { ["output_type"] = "display_data", ["data"] = data, ["metadata"] = new JsonObject() };

    private static IDocument PageOf(params JsonNode[] outputs) => BookOf(outputs).Page;

    private static (IDocument Page, Edition Edition) BookOf(params JsonNode[] outputs)
    {
        NotebookCell cell = NotebookCell.Code("a", "");
        cell.Outputs = [.. outputs];
        return SampleBook.Of(cell);
    }
}
