using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Commands;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

/// <summary>The book of the fixture repository, whose notebooks hold everything that a page can hold.</summary>
public sealed class SampleBook
{
    public const string SamplePage = "01-sample.html";

    public static string Repository { get; } = Path.Combine(AppContext.BaseDirectory, "Book", "Fixtures", "repository");

    public SampleBook()
    {
        ExecutedNotebook[] notebooks =
        [
            .. NotebookFinder.Find(["notebooks"], Repository)
                .Select(found => new ExecutedNotebook(found.Path, Notebook.Load(found.Path))),
        ];
        FrontMatter front = FrontMatter.Read(Repository);
        Edition = BookBuilder.Build(new BookSource(front.Title, front.Introduction, notebooks));
    }

    public Edition Edition { get; }

    public IDocument Page(string path) => Parse(Edition, path);

    /// <summary>The page of a notebook made of the given cells.</summary>
    internal static (IDocument Page, Edition Edition) Of(params NotebookCell[] cells)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");
        foreach (NotebookCell cell in cells)
            notebook.InsertCell(notebook.Cells.Count, cell);
        string path = Path.Combine(Repository, "notebooks", "page.ipynb");
        Edition edition = BookBuilder.Build(new BookSource("Book", "", [new ExecutedNotebook(path, notebook)]));
        return (Parse(edition, "page.html"), edition);
    }

    /// <summary>The page of a notebook of Markdown cells.</summary>
    internal static (IDocument Page, Edition Edition) OfProse(params string[] cells) =>
        Of([.. cells.Select((cell, index) => NotebookCell.Markdown($"c{index}", cell))]);

    private static IDocument Parse(Edition edition, string path) =>
        new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = false })
            .ParseDocument(System.Text.Encoding.UTF8.GetString(edition.Files[path]));
}
