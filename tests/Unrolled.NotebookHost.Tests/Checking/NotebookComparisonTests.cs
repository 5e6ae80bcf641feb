using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>Outputs are compared in order, figures by their digests, and every cell that differs is reported.</summary>
public class NotebookComparisonTests
{
    private static readonly string First = "sha256:" + new string('1', 64), Second = "sha256:" + new string('2', 64);

    [Fact]
    public void The_same_notebook_has_no_difference() =>
        Assert.Empty(Differences([Stream("a\n"), Result("1", "<b>1</b>")], [Stream("a\n"), Result("1", "<b>1</b>")]));

    [Fact]
    public void A_saved_figure_is_the_same_as_a_live_one_of_its_digest_whatever_its_text() =>
        Assert.Empty(Differences([SavedFigure(First, "old words")], [LiveFigure(First, "new words")]));

    [Fact]
    public void A_figure_of_another_digest_differs_in_its_text_where_that_shows_it() =>
        AssertOnly(
            ("output 1, figure, text/plain, line 1", "0.1", "0.2"),
            Differences([SavedFigure(First, "0.1")], [LiveFigure(Second, "0.2")]));

    [Fact]
    public void A_figure_of_another_digest_and_the_same_text_differs_in_its_digest() =>
        AssertOnly(
            ("output 1, figure", First, Second), Differences([SavedFigure(First, "0.1")], [LiveFigure(Second, "0.1")]));

    [Fact]
    public void A_figure_that_has_become_a_table_differs_in_kind() => AssertOnly(
        ("output 1", "execute_result of a figure", "execute_result of text/plain, text/html"),
        Differences([SavedFigure(First, "x")], [Result("x", "<table>")]));

    [Fact]
    public void Plain_text_is_told_before_html() =>
        AssertOnly(
            ("output 1, text/plain, line 2", "b", "c"), Differences([Result("a\nb", "<b>")], [Result("a\nc", "<c>")]));

    [Fact]
    public void Html_alone_can_differ() =>
        AssertOnly(
            ("output 1, text/html, line 1", "<b>", "<c>"), Differences([Result("a", "<b>")], [Result("a", "<c>")]));

    [Fact]
    public void What_is_missing_or_new_is_told() =>
        Assert.Equal(
            [("output 2", "stream stdout", "(nothing)"), ("output 1", "(nothing)", "stream stdout")],
            Parts(Differences(Run([Stream("a"), Stream("b")], []), Run([Stream("a")], [Stream("c")]))));

    [Fact]
    public void An_error_is_compared_by_name_message_and_traceback() =>
        AssertOnly(
            ("output 1, traceback, line 2", "at 3", "at 4"), Differences([Error("at 1\nat 3")], [Error("at 1\nat 4")]));

    [Fact]
    public void A_stored_list_of_lines_is_the_same_as_its_text()
    {
        JsonObject lines = Stream("");
        lines["text"] = new JsonArray("a\n", "b");

        Assert.Empty(Differences([lines], [Stream("a\nb")]));
    }

    [Fact]
    public void Another_execution_count_tells_that_cells_were_not_saved_in_order()
    {
        Notebook committed = Run([Stream("a")]), now = Run([Stream("a")]);
        committed.Cells[0].ExecutionCount = 7;

        AssertOnly(("execution count", "7", "1"), Differences(committed, now));
    }

    [Theory]
    [InlineData("timing")]
    [InlineData("skip-execution")]
    public void Cells_whose_outputs_mean_nothing_are_not_compared(string tag)
    {
        Notebook committed = Run([Stream("a")]), now = Run([Stream("b")]);
        committed.Cells[0].Metadata["tags"] = new JsonArray(tag);

        Assert.Empty(Differences(committed, now));
    }

    [Fact]
    public void A_notebook_without_any_output_or_count_is_not_saved()
    {
        Notebook empty = Run([[]]);
        empty.Cells[0].ExecutionCount = null;

        Assert.False(NotebookComparison.IsSaved(empty));
        Assert.True(NotebookComparison.IsSaved(Run([[]])));
        Assert.True(
            NotebookComparison.IsSaved(
                Notebook.Parse("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb")));
    }

    private static void AssertOnly((string, string, string) expected, IReadOnlyList<CellDifference> differences) =>
        Assert.Equal([expected], Parts(differences));

    private static IEnumerable<(string, string, string)> Parts(IReadOnlyList<CellDifference> differences) =>
        differences.Select(difference => (difference.Where, difference.Committed, difference.Now));

    private static IReadOnlyList<CellDifference> Differences(JsonObject[] committed, JsonObject[] now) =>
        Differences(Run(committed), Run(now));

    private static IReadOnlyList<CellDifference> Differences(Notebook committed, Notebook now) =>
        new NotebookComparison(new TextComparison(0)).Differences(committed, now);

    private static Notebook Run(params JsonObject[][] outputsOfCells)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");
        foreach (JsonObject[] outputs in outputsOfCells)
        {
            NotebookCell cell = NotebookCell.Code($"c{notebook.Cells.Count}", "x");
            cell.Outputs = new JsonArray([.. outputs]);
            cell.ExecutionCount = notebook.Cells.Count + 1;
            notebook.InsertCell(notebook.Cells.Count, cell);
        }
        return notebook;
    }

    private static JsonObject Stream(string text) => new()
    {
        ["output_type"] = "stream",
        ["name"] = "stdout",
        ["text"] = text,
    };

    private static JsonObject Error(string traceback) => new()
    {
        ["output_type"] = "error",
        ["ename"] = "E",
        ["evalue"] = "why",
        ["traceback"] = new JsonArray([.. traceback.Split('\n').Select(line => (JsonNode)line)]),
    };

    private static JsonObject Result(string text, string html) =>
        Bundle(new JsonObject { ["text/html"] = html, ["text/plain"] = text }, []);

    private static JsonObject LiveFigure(string digest, string text) =>
        Bundle(new JsonObject { ["text/html"] = $"<div data-figure=\"{digest}\"></div>", ["text/plain"] = text }, []);

    private static JsonObject SavedFigure(string digest, string text) => Bundle(
        new JsonObject { ["image/png"] = "AAAA", ["text/plain"] = text },
        new JsonObject { ["unrolled"] = new JsonObject { ["figure"] = digest } });

    private static JsonObject Bundle(JsonObject data, JsonObject metadata) => new()
    {
        ["output_type"] = "execute_result",
        ["execution_count"] = 1,
        ["data"] = data,
        ["metadata"] = metadata,
    };
}
