using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

public class ExerciseTests
{
    private static readonly NotebookCell[] Chapter =
    [
        NotebookCell.Markdown("title", "# 05 · Gates\n\nOne two three."),
        NotebookCell.Markdown("e1-text", "**05-1 · Clamp `f`.** Hold it."),
        NotebookCell.Code("e1", "return null;"),
        NotebookCell.Code("e1-check", "Exercise.Check(\"05-1\", e1)"),
        NotebookCell.Markdown("e2-text", "**05-2 · Count.** Count."),
        NotebookCell.Code("e2", "int n = 0;"),
        NotebookCell.Markdown("end", "**Not an exercise.**"),
    ];

    private static readonly NotebookCell[] Solutions =
    [
        NotebookCell.Markdown("title", "# Solutions"),
        NotebookCell.Code("setup", "#!import \"setup.csx\""),
        NotebookCell.Markdown("e1-why", "Because of [chapter 05](../05.ipynb)."),
        NotebookCell.Code("e1", "return held;"),
    ];

    private readonly Edition edition = BookBuilder.Build(new BookSource(
        "Book", "",
        [
            new ExecutedNotebook("/book/05.ipynb", Document(Chapter)),
            new ExecutedNotebook("/book/solutions/05.ipynb", Document(Solutions)),
        ]));

    [Fact]
    public void A_solution_is_folded_below_the_last_cell_of_its_exercise()
    {
        IElement solution = Assert.Single(Page("05.html").QuerySelectorAll("details.solution"));

        Assert.Equal("Solution of 05-1", solution.QuerySelector("summary")!.TextContent);
        Assert.False(solution.HasAttribute("open"));
        Assert.Equal("return held;", solution.QuerySelector("pre.code")!.TextContent);
        Assert.StartsWith("Because of", solution.QuerySelector(".prose")!.TextContent.Trim());
        Assert.Equal("05.html", solution.QuerySelector(".prose a")!.GetAttribute("href"));
        Assert.Equal("cell-e1-check", solution.PreviousElementSibling!.Id);
    }

    [Fact]
    public void The_board_has_every_exercise_and_leads_to_it()
    {
        IDocument board = Page("exercises.html");

        Assert.Equal(
            ["05-1 · Clamp f", "05-2 · Count"],
            board.QuerySelectorAll(".board li").Select(item => item.TextContent.Trim()));
        Assert.All(board.QuerySelectorAll(".board a"), link =>
        {
            string[] address = link.GetAttribute("href")!.Split('#');
            Assert.NotNull(Page(address[0]).GetElementById(address[1]));
        });
    }

    [Fact]
    public void A_book_without_exercises_has_no_board()
    {
        (IDocument page, Edition plain) = SampleBook.OfProse("# None\n\n**Bold.** Text.");

        Assert.DoesNotContain("exercises.html", plain.Files.Keys);
        Assert.Empty(page.QuerySelectorAll("[data-exercise], .appendix"));
    }

    [Fact]
    public void The_first_page_estimates_the_time_of_each_chapter()
    {
        Assert.Equal(
            "about 5 min to read, 2 exercises about 40 min",
            Page("index.html").QuerySelector(".index .hours")!.TextContent);
    }

    /// <summary>A notebook of the given cells.</summary>
    internal static Notebook Document(params NotebookCell[] cells)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");
        foreach (NotebookCell cell in cells)
            notebook.InsertCell(notebook.Cells.Count, cell.Clone());
        return notebook;
    }

    private IDocument Page(string path) =>
        new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(edition.Files[path]));
}
