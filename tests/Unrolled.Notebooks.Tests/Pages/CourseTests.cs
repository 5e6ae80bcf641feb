using System.Globalization;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.Notebooks.Tests.Architecture;
using Unrolled.Notebooks.Tests.Exercises;

namespace Unrolled.Notebooks.Tests.Pages;

/// <summary>The times of the course are those of its chapters.</summary>
public partial class CourseTests
{
    private const int WordsAMinute = 200;
    private const int MinutesAnExercise = 20;

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "course.md");

    [Fact]
    public void The_table_of_times_is_computed_from_the_chapters()
    {
        string text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        Group table = Table().Match(text).Groups[1];
        string computed = string.Concat(
            [.. ExerciseChapter.All.Select(Row), Sum([.. ExerciseChapter.All.Select(TimesOf)])]);

        if (AcceptedText.IsAccepting)
        {
            File.WriteAllText(Page, text[..table.Index] + computed + text[(table.Index + table.Length)..]);
            return;
        }

        Assert.Equal(computed, table.Value);
    }

    [Theory]
    [InlineData("One two, three. $a_t + b$ `code` x", 4)]
    [InlineData("It's a well-known\n\n$$\nx = y\n$$\n\n```csharp\nvar a = b;\n```\nword", 4)]
    [InlineData("循环 神经 network", 1)]
    public void Words_are_those_of_the_prose(string prose, int expected) => Assert.Equal(expected, Words(prose));

    private static string Row(ExerciseChapter chapter)
    {
        Times times = TimesOf(chapter);
        string title = Title().Match(chapter.Document.Cells[0].Source).Groups[1].Value;
        return Invariant($"| [{title}](../{chapter.Path.Replace('\\', '/')}) | {times.Run} | {times.Read} | ")
            + Invariant($"{times.Practise} |\n");
    }

    private static string Sum(Times[] all) =>
        Invariant($"| together | {all.Sum(one => one.Run)} | {Hours(all.Sum(one => one.Read))} | ")
        + Invariant($"{Hours(all.Sum(one => one.Practise))} |\n");

    private static string Hours(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(minutes / 60.0)} hours");

    private static Times TimesOf(ExerciseChapter chapter)
    {
        string[] prose =
        [
            .. chapter.Document.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source),
        ];
        Match run = RunningTime().Match(string.Join('\n', prose));
        Assert.True(run.Success, $"{chapter.Path} does not say its running time as \"about 25 seconds\".");
        int minutes = (int)Math.Ceiling(prose.Sum(Words) / (5.0 * WordsAMinute)) * 5;
        return new Times(
            int.Parse(run.Groups[1].Value, CultureInfo.InvariantCulture), minutes,
            chapter.Exercises.Count * MinutesAnExercise);
    }

    private static int Words(string prose) => Word().Matches(NoProse().Replace(prose, " ")).Count;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private sealed record Times(int Run, int Read, int Practise);

    [GeneratedRegex(@"\| chapter \|.*\n\|[-|]+\|\n((?:\|.*\n)*)")]
    private static partial Regex Table();

    [GeneratedRegex(@"^# (.+)", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"\*\*Running time:\*\* about (\d+) seconds")]
    private static partial Regex RunningTime();

    [GeneratedRegex(@"```.*?```|\$\$.*?\$\$|\$[^$]*\$|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex NoProse();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'’-]*")]
    private static partial Regex Word();
}
