using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Prose;

/// <summary>Every number of a text is found and made wrong, in the text and in the claim that quotes it.</summary>
public class WrongNumberTests
{
    [Theory]
    [InlineData("After 1,200 steps two of five learn it, and .98 of 64.", "1,200 two five .98 64")]
    [InlineData("Twenty-three seeds, a loss of 3.5, $10^{-27}$.", "Twenty-three 3.5 10 27")]
    [InlineData("In 1997, chapter 7, exercise 02-3: `5` and $x_5$, $u = 2$.", "2")]
    [InlineData("Is it 5? **Before you run it:** at 5. Which?\n\n**02-1 · Count.** Find 5.\n\n## Sources\n\n- 5", "")]
    [InlineData("The two are 0 and 1; 1 of 5 learns.", "1 5")]
    public void The_numbers_that_state_something_are_found(string prose, string expected) => Assert.Equal(
        expected,
        string.Join(
            ' ', WrongDigit.In(Of(prose), new Random(1)).Where(one => one.StatesNothing is null)
                .OrderBy(one => one.Place).Select(one => one.Old)));

    [Fact]
    public void A_wrong_number_differs_in_its_last_digit_or_word()
    {
        WrongDigit[] all = [.. Enumerable.Range(1, 20).SelectMany(
            seed => WrongDigit.In(Of("After 1,200 steps Twenty-three learn, or two."), new Random(seed)))];

        Assert.All(all, wrong => Assert.NotEqual(wrong.Old, wrong.New));
        Assert.All(all.Where(wrong => wrong.Old == "1,200"), wrong => Assert.Matches("^1,20[1-9]$", wrong.New));
        Assert.All(all.Where(wrong => wrong.Old == "Twenty-three"), wrong => Assert.StartsWith("Twenty-", wrong.New));
        Assert.True(all.Where(wrong => wrong.Old == "two").DistinctBy(wrong => wrong.New).Count() > 3);
    }

    [Fact]
    public void A_claim_quotes_the_wrong_number_where_it_is_asked_to()
    {
        Notebook notebook = Of("It is so: two of five.");
        notebook.Cells[0].Metadata["unrolled"] = JsonNode.Parse(
            """{"claims": [{"says": "two of five", "holds": "n == 2 && all == 5"}]}""");
        WrongDigit wrong = WrongDigit.In(notebook, new Random(1)).Single(one => one.Old == "five");

        NotebookCell both = wrong.In(notebook, alsoQuoted: true).Cells[0];
        NotebookCell prose = wrong.In(notebook, alsoQuoted: false).Cells[0];

        Assert.Equal($"It is so: two of {wrong.New}.", both.Source);
        Assert.Equal(both.Source, prose.Source);
        Assert.Equal($"two of {wrong.New}", SaysOf(both));
        Assert.Equal("two of five", SaysOf(prose));
    }

    private static string SaysOf(NotebookCell cell) =>
        cell.Metadata["unrolled"]!["claims"]![0]!["says"]!.GetValue<string>();

    private static Notebook Of(string prose)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");
        notebook.InsertCell(0, NotebookCell.Markdown("p", prose));
        return notebook;
    }
}
