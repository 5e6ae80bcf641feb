using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Captions;

/// <summary>The rule of captions: every figure of a chapter has one, and they count from 1.</summary>
public class CaptionTests
{
    [Fact]
    public void Figures_that_are_numbered_in_order_keep_the_rule() => Assert.Empty(Problems(
        ("figure.Caption(\"2.1\", \"A line.\")", 1), ("1 + 1", 0), ("new Table(\"Caption\").Caption(\"a table's\")", 0),
        ("a.Caption(\"2.2\", \"It rises.\").Display();\nb.Caption(\"2.3\", \"It falls.\").Display();", 2)));

    [Theory]
    [InlineData("figure", 1, "it shows 1 figures and has 0 captions")]
    [InlineData("a.Caption(\"2.1\", \"A line.\")\n", 2, "it shows 2 figures and has 1 captions")]
    [InlineData("a.Caption(\"2.2\", \"A line.\")", 1, "expected .Caption(\"2.1\", …), found \"2.2\"")]
    [InlineData("a.Caption(\"3.1\", \"A line.\")", 1, "expected .Caption(\"2.1\", …), found \"3.1\"")]
    [InlineData("a.Caption($\"2.{i}\", \"A line.\")", 1, "found a number that is no literal")]
    [InlineData("a.Caption(\"2.1\", \"A line\")", 1, "the caption 2.1 is no sentence: \"A line\"")]
    public void What_breaks_it_is_named(string source, int figures, string expected)
    {
        string problem = Assert.Single(Problems((source, figures)));

        Assert.StartsWith("notebooks/02-two.ipynb: cell c1: ", problem);
        Assert.Contains(expected, problem);
    }

    private static IEnumerable<string> Problems(params (string Source, int Figures)[] cells)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "02-two.ipynb");
        foreach ((string source, int figures) in cells)
        {
            NotebookCell cell = NotebookCell.Code($"c{notebook.Cells.Count + 1}", source);
            cell.Outputs = [.. Enumerable.Range(0, figures).Select(_ => (JsonNode)new JsonObject
            {
                ["data"] = new JsonObject { ["image/png"] = "" },
                ["metadata"] = new JsonObject { ["unrolled"] = new JsonObject { ["figure"] = "sha256:0" } },
            })];
            notebook.InsertCell(notebook.Cells.Count, cell);
        }
        return new CaptionedChapter(notebook, "notebooks/02-two.ipynb").Problems();
    }
}
