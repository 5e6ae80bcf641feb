using System.Globalization;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Prose;

/// <summary>
/// The test of the check: a wrong last digit anywhere in the chapters' prose is noticed, also where the claim that
/// quotes the number quotes the wrong one.
/// </summary>
public class WrongDigitTests
{
    private const double Noticed = .95, LargestShareWithoutStatement = .6;
    private const int TriedOfChapter = 60;

    // What is no number of the prose, but the name of something or a part of an address.
    private static readonly string[] Names =
        ["a reference", "a source", "a year", "an address", "the number of an item", "code", "the running time"];

    [NightlyFact]
    public void Of_a_hundred_wrong_digits_at_least_ninety_five_are_noticed()
    {
        Random random = new(20);
        List<string> missed = [], nothing = [];
        int tried = 0, numbers = 0;
        foreach (string path in Repository.Notebooks)
        {
            Notebook notebook = WithoutPictures(path);
            UnheldNumber[] unheld = [.. UnheldNumbers.In(notebook, path)];
            WrongDigit[] all =
                [.. WrongDigit.In(notebook, random).Where(wrong => !Names.Contains(wrong.StatesNothing))];
            numbers += all.Length;
            nothing.AddRange(all.Select(wrong => wrong.StatesNothing).OfType<string>());
            // What is unheld while it is right is named by another test.
            WrongDigit[] sample =
                [.. all.Where(wrong => wrong.StatesNothing is null && !IsAmong(unheld, wrong, notebook))];
            random.Shuffle(sample);
            foreach (WrongDigit wrong in sample.Take(TriedOfChapter))
            {
                tried++;
                if (!IsNoticed(wrong.In(notebook, alsoQuoted: true), unheld.Length))
                    missed.Add($"{path[10..12]} {wrong.CellId}: {wrong.Old} → {wrong.New}: {Around(notebook, wrong)}");
            }
        }

        string report = string.Create(
            CultureInfo.InvariantCulture,
            $"{tried - missed.Count} of {tried} wrong digits are noticed; of {numbers} numbers {nothing.Count} state ")
            + "nothing: " + string.Join(", ", nothing.CountBy(kind => kind).OrderByDescending(kind => kind.Value)
                .Select(kind => $"{kind.Key} {kind.Value}"))
            + $"\nmissed:\n{string.Join('\n', missed)}";
        Assert.True(tried >= 300, report);
        Assert.True(missed.Count <= (1 - Noticed) * tried, report);
        Assert.True(nothing.Count <= LargestShareWithoutStatement * numbers, report);
    }

    private static Notebook WithoutPictures(string path)
    {
        Notebook notebook = Notebook.Load(Path.Combine(Repository.Root, path));
        foreach (JsonNode? output in notebook.Cells.SelectMany(cell => cell.Outputs))
            foreach (string type in (string[])["image/png", "text/html"])
                output!["data"]?.AsObject().Remove(type);
        return notebook;
    }

    private static bool IsAmong(UnheldNumber[] unheld, WrongDigit wrong, Notebook notebook)
    {
        string text = notebook.Cells.Single(cell => cell.Id == wrong.CellId).Source;
        return unheld.Where(number => number.CellId == wrong.CellId).Any(number => number.Start == wrong.Place
            || (text[number.Start] == '$' && number.Start < wrong.Place
                && wrong.Place < text.IndexOf('$', number.Start + 1)));
    }

    private static bool IsNoticed(Notebook changed, int unheldBefore)
    {
        try
        {
            return UnheldNumbers.In(changed, "changed.ipynb").Count() > unheldBefore;
        }
        catch (NotebookFormatException)
        {
            return true;
        }
    }

    private static string Around(Notebook notebook, WrongDigit wrong)
    {
        string text = notebook.Cells.Single(cell => cell.Id == wrong.CellId).Source;
        int start = Math.Max(0, wrong.Place - 50), end = Math.Min(text.Length, wrong.Place + wrong.Old.Length + 40);
        return text[start..end].ReplaceLineEndings(" ");
    }
}
