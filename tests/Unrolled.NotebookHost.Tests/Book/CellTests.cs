using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

public class CellTests
{
    [Fact]
    public void Code_stands_in_its_cell_with_its_number_and_its_outputs()
    {
        NotebookCell cell = NotebookCell.Code("first", "1 < 2");
        cell.ExecutionCount = 7;
        cell.Outputs = [new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "yes\n" }];

        IElement shown = SampleBook.Of(cell).Page.GetElementById("cell-first")!;

        Assert.Equal("1 < 2", shown.QuerySelector("pre.code code.language-csharp")!.TextContent);
        Assert.Equal("7", shown.QuerySelector(".count")!.TextContent);
        Assert.Equal("yes", shown.QuerySelector(".outputs pre.stdout")!.TextContent);
    }

    [Fact]
    public void Every_cell_has_an_address_text_and_code_alike()
    {
        IDocument page = SampleBook.Of(
            NotebookCell.Markdown("why", "# Why"), NotebookCell.Code("how", "1"), NotebookCell.Markdown("so", "So.")).Page;

        Assert.Equal(
            ["cell-why", "cell-how", "cell-so"], page.QuerySelectorAll("main > [id^=cell-]").Select(cell => cell.Id));
        Assert.Equal("So.", page.GetElementById("cell-so")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("""{"jupyter": {"source_hidden": true}}""")]
    [InlineData("""{"tags": ["hide-input"]}""")]
    public void Hidden_source_is_folded_and_its_outputs_are_not(string metadata)
    {
        NotebookCell cell = NotebookCell.Code("a", "secret");
        cell.Json["metadata"] = JsonNode.Parse(metadata);
        cell.Outputs = [new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "shown" }];

        IDocument page = SampleBook.Of(cell).Page;

        Assert.Equal("secret", page.QuerySelector("details.hidden-source code")!.TextContent);
        Assert.Null(page.QuerySelector("details.hidden-source .outputs"));
        Assert.Equal("shown", page.QuerySelector(".outputs")!.TextContent.Trim());
    }

    [Fact]
    public void Raw_cells_for_other_converters_are_left_out()
    {
        JsonNode latex = JsonNode.Parse(
            """{"cell_type": "raw", "id": "r", "metadata": {"format": "text/latex"}, "source": "newpage"}""")!;
        JsonNode html = JsonNode.Parse(
            """{"cell_type": "raw", "id": "h", "metadata": {"format": "text/html"}, "source": "<hr id='mine'>"}""")!;

        IDocument page = SampleBook.Of(new NotebookCell(latex.AsObject()), new NotebookCell(html.AsObject())).Page;

        Assert.DoesNotContain("newpage", page.Body!.TextContent);
        Assert.NotNull(page.GetElementById("mine"));
    }

    [Fact]
    public void Notebook_without_a_title_is_named_after_its_file()
    {
        IDocument page = SampleBook.OfProse("Only text.").Page;

        Assert.Equal("page", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("page · Book", page.Title);
    }
}
