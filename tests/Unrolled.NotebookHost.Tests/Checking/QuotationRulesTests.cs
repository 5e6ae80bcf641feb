using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>A quotation is in its cell once, and its author and year are in the notebook's list of sources.</summary>
public sealed class QuotationRulesTests
{
    private const string Text = "Elman reports 95 %, and 95 % again.";

    [Theory]
    [InlineData("Elman 1990, p. 189")]
    [InlineData("Cho and colleagues (2014), table 3")]
    public void A_source_that_the_notebook_lists_is_one(string source) =>
        Assert.Empty(Problems("Elman reports 95 %", source));

    [Theory]
    [InlineData("Elman 1991", "no line below the heading Sources has Elman and 1991")]
    [InlineData("Cho 1990", "no line below the heading Sources has Cho and 1990")]
    [InlineData("Jordan 1986", "no line below the heading Sources has Jordan and 1986")]
    [InlineData("p. 189", "its source must name an author and a year")]
    public void One_that_it_does_not_list_is_named(string source, string expected)
    {
        string problem = Assert.Single(Problems("Elman reports 95 %", source));

        Assert.StartsWith("the quotation \"Elman reports 95 %\": ", problem);
        Assert.Contains(expected, problem);
    }

    [Theory]
    [InlineData("95 %", "the cell must say \"95 %\" exactly once")]
    [InlineData("96 %", "the cell must say \"96 %\" exactly once")]
    [InlineData("", "expected { \"says\": …, \"source\": … }")]
    public void What_is_not_quoted_exactly_once_is_an_error(string says, string expected)
    {
        NotebookFormatException error = Assert.Throws<NotebookFormatException>(
            () => Problems(says, "Elman 1990").Count);

        Assert.StartsWith("n.ipynb: cell p, metadata.unrolled.quotes: " + expected, error.Message);
    }

    private static IReadOnlyList<string> Problems(string says, string source)
    {
        NotebookCell prose = NotebookCell.Markdown("p", Text);
        prose.Metadata["unrolled"] = new JsonObject
        {
            ["quotes"] = new JsonArray(new JsonObject { ["says"] = says, ["source"] = source }),
        };
        Notebook notebook = ClaimNotebook.Of(
            prose, NotebookCell.Markdown("jordan", "M. Jordan wrote in 1986."),
            NotebookCell.Markdown(
                "sources", "## Sources\n\n- J. Elman, *Structure*, 1990.\n- K. Cho, arXiv 1406.1078, 2014."));
        return [.. QuotationRules.Problems(notebook, prose, "n.ipynb")];
    }
}
