using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Commands;

/// <summary>A chapter with its parts still empty: a question, an equation, a prediction, a result.</summary>
internal static class ChapterTemplate
{
    private const string Import = "#!import \"setup.csx\"", Usings = "using System.IO;";

    /// <summary>The chapter.</summary>
    /// <param name="name">Its number and title.</param>
    /// <param name="neighbour">The chapter before it, whose using lines it copies; null for none.</param>
    public static Notebook Create(ChapterName name, Notebook? neighbour)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", name.File);
        notebook.Json["metadata"] = KernelMetadata.Create();
        foreach (NotebookCell cell in Cells(name, UsingsOf(neighbour)))
            notebook.InsertCell(notebook.Cells.Count, cell);
        return notebook;
    }

    private static string UsingsOf(Notebook? neighbour)
    {
        string usings = neighbour?.Cells.Where(cell => cell.Kind == CellKind.Code).ElementAtOrDefault(1)?.Source ?? "";
        return usings.Length > 0 && SyntaxRules.Problems(usings, isUsingCell: true).Count == 0 ? usings : Usings;
    }

    private static IEnumerable<NotebookCell> Cells(ChapterName name, string usings)
    {
        string number = $"{name.Number:00}";
        return
        [
            NotebookCell.Markdown("title", $"""
                # {number} · {name.Title}

                *The question that this chapter answers, as a reader would ask it.*

                **After this notebook you will be able to**

                - *do this;*
                - *and that.*

                *What you need to know before.* **Running time:** *measured, on two cores.*
                """),
            NotebookCell.Markdown("setup-note", """
                **Build first.** The cell below imports `setup.csx`, which names the library's files on your machine. The build writes it: run `dotnet build` in the folder that holds this project once before you start, and again after you change the library (restart the kernel before you do).
                """),
            NotebookCell.Code("setup", Import),
            NotebookCell.Code("usings", usings),
            NotebookCell.Markdown("equation", """
                ## The equation

                *Every symbol named, with its source.*
                """),
            NotebookCell.Code("code", "// The equation, line by line."),
            NotebookCell.Markdown("question", """
                ## A question as a heading

                *Its answer is the cell below, which runs.*

                **Before you run it:** *what will it show?*
                """),
            NotebookCell.Code("experiment", "// The experiment: every seed, beside a trivial baseline."),
            NotebookCell.Markdown("answer", "*What it showed, and why.*"),
            NotebookCell.Markdown("summary", """
                ## What it showed

                - *One sentence for each result.*

                ## Where it fails

                *What it could not do, and which chapter goes on from there.*
                """),
            NotebookCell.Markdown("exercises", """
                ## Exercises

                Each exercise cell runs as it stands and its check says "not yet". Change it until the check is content.
                """),
            NotebookCell.Markdown("exercise-1-text", $"**{number}-1 · A name.** *What to do.*"),
            Exercise("exercise-1", $"{number}-1"),
            NotebookCell.Code("exercise-1-check", "answer1 is double.NaN ? \"not yet: put a number in\" : \"right\""),
            NotebookCell.Markdown("sources", """
                ## Sources

                - *Author, title, where, year: what was taken from it.*
                """),
        ];
    }

    private static NotebookCell Exercise(string id, string exercise)
    {
        NotebookCell cell = NotebookCell.Code(id, "double answer1 = double.NaN; // your answer");
        cell.Metadata.ObjectAt("unrolled")["exercise"] = exercise;
        return cell;
    }
}
