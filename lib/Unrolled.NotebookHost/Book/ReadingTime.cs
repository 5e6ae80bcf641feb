using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>The time that a chapter takes a reader, estimated from its length.</summary>
/// <param name="Minutes">Minutes of reading: words of prose and lines of code.</param>
/// <param name="Exercises">How many exercises it has.</param>
internal sealed partial record ReadingTime(int Minutes, int Exercises)
{
    /// <summary>The estimate in words, for the page that shows it.</summary>
    public const string Basis =
        "Times are estimates: 200 words of prose or 15 lines of code a minute, and 20 minutes an exercise.";

    private const double WordsAMinute = 200, LinesAMinute = 15;
    private const int MinutesAnExercise = 20;

    /// <summary>The estimate for a notebook.</summary>
    public static ReadingTime Of(Notebook notebook, int exercises)
    {
        int words = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .Sum(cell => Words().Count(cell.Source));
        int lines = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Sum(
            cell => cell.Source.Split('\n').Count(line => line.Trim().Length > 0));
        return new ReadingTime((int)Math.Ceiling(words / WordsAMinute + lines / LinesAMinute), exercises);
    }

    /// <summary>The estimate as a line: <c>about 1½ h to read, 5 exercises about 1½ h</c>.</summary>
    public override string ToString() =>
        $"about {Hours(Minutes)} to read" + (Exercises == 0
            ? ""
            : $", {Exercises} {(Exercises == 1 ? "exercise" : "exercises")} about "
                + Hours(Exercises * MinutesAnExercise));

    private static string Hours(int minutes)
    {
        if (minutes < 50)
            return $"{Math.Max(1, (int)Math.Ceiling(minutes / 5.0)) * 5} min";
        int halves = (int)Math.Round(minutes / 30.0, MidpointRounding.AwayFromZero);
        return $"{(halves / 2 is > 0 and int whole ? whole : "")}{(halves % 2 == 1 ? "½" : "")} h";
    }

    // A Chinese character counts as half a word.
    [GeneratedRegex(@"[\u3400-\u9FFF]{2}|[\p{L}\p{N}-[\u3400-\u9FFF]][\p{L}\p{N}'’-[\u3400-\u9FFF]]*")]
    private static partial Regex Words();
}
