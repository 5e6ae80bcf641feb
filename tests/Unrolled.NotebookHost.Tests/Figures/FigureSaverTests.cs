using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Figures;

/// <summary>Committed figures are images; an image changes only when what it shows has changed.</summary>
public class FigureSaverTests
{
    private static readonly string First = "sha256:" + new string('1', 64), Second = "sha256:" + new string('2', 64);

    private readonly StandInPainter painter = new();

    [Fact]
    public async Task A_figure_becomes_an_image_with_its_text_and_its_digest()
    {
        JsonObject output = Live(First);

        await SaveAsync(SavedFigures.None, output);

        Assert.Equal(Saved(First, image: 1).ToJsonString(), output.ToJsonString());
        Assert.Equal([Html(First)], painter.Drawn);
    }

    [Fact]
    public async Task A_figure_whose_digest_is_unchanged_keeps_its_image_whatever_cell_it_stands_in()
    {
        JsonObject kept = Live(First), drawn = Live(Second);

        await SaveAsync(SavedFigures.Of(NotebookWith([], [Saved(First, image: 77)])), drawn, kept);

        Assert.Equal(Saved(First, image: 77).ToJsonString(), kept.ToJsonString());
        Assert.Equal(Saved(Second, image: 1).ToJsonString(), drawn.ToJsonString());
        Assert.Equal([Html(Second)], painter.Drawn);
    }

    [Fact]
    public async Task Redrawing_draws_an_unchanged_figure_too()
    {
        JsonObject output = Live(First);

        await SaveAsync(SavedFigures.Of(NotebookWith([Saved(First, image: 77)])), redraw: true, output);

        Assert.Equal(Saved(First, image: 1).ToJsonString(), output.ToJsonString());
    }

    [Theory]
    [InlineData("""<table><tr><td data-figure="sha256:1">not the root</td></tr></table>""")]
    [InlineData("""<div data-figure="yes">no digest</div>""")]
    [InlineData(
        """<p>&lt;div data-figure="sha256:1111111111111111111111111111111111111111111111111111111111111111"></p>""")]
    public async Task Other_html_stays_as_it_is(string html)
    {
        JsonObject output = Display(new JsonObject { ["text/html"] = html, ["text/plain"] = "a table" }, []);
        string before = output.ToJsonString();

        await SaveAsync(
            SavedFigures.None, output, new JsonObject
            {
                ["output_type"] = "stream",
                ["name"] = "stdout",
                ["text"] = html,
            });

        Assert.Equal(before, output.ToJsonString());
        Assert.Empty(painter.Drawn);
    }

    [Fact]
    public async Task An_image_without_a_digest_is_no_saved_figure()
    {
        JsonObject photograph = Display(new JsonObject { ["image/png"] = "TQ==" }, []);
        JsonObject output = Live(First);

        await SaveAsync(SavedFigures.Of(NotebookWith([photograph])), output);

        Assert.Equal(Saved(First, image: 1).ToJsonString(), output.ToJsonString());
    }

    private Task SaveAsync(SavedFigures before, params JsonObject[] outputs) =>
        SaveAsync(before, redraw: false, outputs);

    private Task SaveAsync(SavedFigures before, bool redraw, params JsonObject[] outputs) =>
        new FigureSaver(painter, redraw).SaveAsync(NotebookWith(outputs).Cells, before, CancellationToken.None);

    private static Notebook NotebookWith(params JsonObject[][] outputsOfCells)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");
        foreach (JsonObject[] outputs in outputsOfCells)
        {
            NotebookCell cell = NotebookCell.Code($"c{notebook.Cells.Count}", "x");
            cell.Outputs = new JsonArray([.. outputs]);
            notebook.InsertCell(notebook.Cells.Count, cell);
        }
        return notebook;
    }

    private static string Html(string digest) =>
        $"\n<div class=\"figure\" data-figure=\"{digest}\" style=\"x\"><svg></svg></div>";

    private static JsonObject Live(string digest) =>
        Display(
            new JsonObject
            {
                ["text/html"] = MultilineText.ToLines(Html(digest)),
                ["text/plain"] = new JsonArray("a line"),
            }, []);

    private static JsonObject Saved(string digest, byte image) => Display(
        new JsonObject { ["image/png"] = Convert.ToBase64String([image]), ["text/plain"] = new JsonArray("a line") },
        new JsonObject
        {
            ["image/png"] = new JsonObject { ["width"] = 300, ["height"] = 200 },
            ["unrolled"] = new JsonObject { ["figure"] = digest },
        });

    private static JsonObject Display(JsonObject data, JsonObject metadata) => new()
    {
        ["output_type"] = "display_data",
        ["data"] = data,
        ["metadata"] = metadata,
    };
}
