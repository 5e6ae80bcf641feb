using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>
/// Every chapter asks, every question has its check, its solution, and mistakes that the check is tried on.
/// </summary>
public partial class ExerciseFormTests
{
    private const int LeastWrongAnswers = 2;

    public static TheoryData<string> Chapters => [.. ExerciseChapter.All.Select(chapter => chapter.Path)];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void A_chapter_ends_with_three_to_eight_exercises_numbered_in_order(string path)
    {
        ExerciseChapter chapter = Chapter(path);

        Assert.InRange(chapter.Exercises.Count, 3, 8);
        Assert.Equal(
            Enumerable.Range(1, chapter.Exercises.Count).Select(number => $"{chapter.Number}-{number}"),
            chapter.Exercises.Select(exercise => exercise.Id));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void An_exercise_is_a_text_a_stub_and_a_check_one_after_the_other(string path) =>
        Assert.All(Chapter(path).Exercises, exercise =>
        {
            string name = $"exercise-{exercise.Id.Split('-')[1]}";

            Assert.Equal(
                [(name + "-text", CellKind.Markdown), (name, CellKind.Code), (name + "-check", CellKind.Code)],
                new[] { exercise.Text, exercise.Stub, exercise.Check }.Select(cell => (cell.Id, cell.Kind)));
            Assert.StartsWith($"**{exercise.Id} · ", exercise.Text.Source);
        });

    [Theory]
    [MemberData(nameof(Chapters))]
    public void A_check_is_one_line_that_gives_nothing_away(string path) =>
        Assert.All(Chapter(path).Exercises, exercise =>
        {
            Assert.StartsWith($"Exercise.Check(\"{exercise.Id}\", ", exercise.Check.Source);
            Assert.DoesNotContain('\n', exercise.Check.Source);
            Assert.Null(exercise.Check.Json["metadata"]?["jupyter"]);
        });

    [Fact]
    public void The_library_checks_the_exercises_that_the_chapters_have_and_no_other()
    {
        string rooms = Path.Combine(Repository.Root, "lib", "Unrolled", "Exercises");
        IEnumerable<string> checks = Directory.GetFiles(rooms, "Chapter*.cs")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => CheckedExercise().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value);

        Assert.Equal(
            ExerciseChapter.All.SelectMany(chapter => chapter.Exercises).Select(exercise => exercise.Id), checks);
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Every_exercise_has_one_solution_and_every_solution_its_exercise(string path)
    {
        ExerciseChapter chapter = Chapter(path);

        Assert.Equal(
            chapter.Exercises.Select(exercise => exercise.Id), chapter.Solutions.Select(solution => solution.Exercise));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void A_solution_says_why(string path)
    {
        Notebook notebook = Notebook.Load(Path.Combine(Repository.Root, Repository.SolutionOf(path)));
        IReadOnlyList<NotebookCell> cells = notebook.Cells;
        IEnumerable<int> solutions =
            Enumerable.Range(0, cells.Count).Where(i => ChapterExercise.IdOf(cells[i]) is not null);

        Assert.All(solutions, i =>
        {
            NotebookCell explanation = cells.Take(i).Last(cell => cell.Kind == CellKind.Markdown);
            Assert.Contains(ChapterExercise.IdOf(cells[i])!, explanation.Source);
        });
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Every_check_is_tried_on_plausible_mistakes_and_no_mistake_is_left_over(string path)
    {
        ExerciseChapter chapter = Chapter(path);
        ILookup<string, Answer> mistakes = chapter.WrongAnswers.ToLookup(answer => answer.Exercise);

        Assert.Empty(mistakes.Select(group => group.Key).Except(chapter.Exercises.Select(exercise => exercise.Id)));
        Assert.All(chapter.Exercises, exercise =>
        {
            int count = mistakes[exercise.Id].Count();
            Assert.True(count >= LeastWrongAnswers, $"{exercise.Id}: {count}");
        });
        Assert.Distinct(chapter.WrongAnswers.Select(answer => (answer.Exercise, answer.Name)));
    }

    [Fact]
    public void Every_solutions_notebook_has_its_chapter() =>
        Assert.Empty(Repository.Solutions.Except(Repository.Notebooks.Select(Repository.SolutionOf)));

    [GeneratedRegex(@"\(\s*""(\d\d-\d)"",")]
    private static partial Regex CheckedExercise();

    private static ExerciseChapter Chapter(string path) => ExerciseChapter.All.Single(chapter => chapter.Path == path);
}
