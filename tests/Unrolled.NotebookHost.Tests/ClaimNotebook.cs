using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests;

/// <summary>Notebooks whose prose makes claims.</summary>
internal static class ClaimNotebook
{
    /// <summary>A Markdown cell with one claim for each pair of a sentence and its condition.</summary>
    public static NotebookCell Prose(string id, string text, params (string Says, string Holds)[] claims) =>
        Prose(id, text, new JsonArray([.. claims.Select(claim => (JsonNode)new JsonObject
        {
            ["says"] = claim.Says,
            ["holds"] = claim.Holds,
        })]));

    /// <summary>A Markdown cell with any entry in the place of its claims.</summary>
    public static NotebookCell Prose(string id, string text, JsonNode claims)
    {
        NotebookCell cell = NotebookCell.Markdown(id, text);
        cell.Metadata["unrolled"] = new JsonObject { ["claims"] = claims };
        return cell;
    }

    /// <summary>A code cell.</summary>
    public static NotebookCell Code(string id, string source, params string[] tags) =>
        NotebookCell.Code(id, source, tags);

    /// <summary>A notebook of these cells.</summary>
    public static Notebook Of(params NotebookCell[] cells)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");
        foreach (NotebookCell cell in cells)
            notebook.InsertCell(notebook.Cells.Count, cell);
        return notebook;
    }

    /// <summary>Writes a notebook of these cells.</summary>
    public static void Write(this TemporaryFolder folder, string name, params NotebookCell[] cells) =>
        Of(cells).Save(folder[name]);
}
