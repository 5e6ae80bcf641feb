namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>
/// A check knows a right answer from a wrong one and never throws: a chapter's stubs, its solutions, plausible mistakes
/// and hostile answers, all executed with the chapter by the real command.
/// </summary>
[Collection(ExecutedSeries.Name)]
public class ExerciseVerdictTests(ExecutedSeries series)
{
    public static TheoryData<string> Exercises => [.. All.Select(exercise => exercise.Id)];

    public static TheoryData<string, string, string> WrongAnswers =>
        Theory(ExerciseChapter.All.SelectMany(chapter => chapter.WrongAnswers));

    public static TheoryData<string, string, string> HostileAnswers =>
        Theory(All.SelectMany(Tests.Exercises.HostileAnswers.To));

    private static IEnumerable<ChapterExercise> All => ExerciseChapter.All.SelectMany(chapter => chapter.Exercises);

    [Theory]
    [MemberData(nameof(Exercises))]
    public async Task The_solution_is_right(string exercise) =>
        Assert.StartsWith("right", await series.VerdictAsync(exercise, "solution"));

    [Theory]
    [MemberData(nameof(Exercises))]
    public async Task The_stub_is_not_yet_an_answer(string exercise) =>
        Assert.StartsWith("not yet", await series.VerdictAsync(exercise, "stub"));

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task A_plausible_mistake_is_refused_with_its_hint(string exercise, string answer, string hint)
    {
        string verdict = await series.VerdictAsync(exercise, answer);

        Assert.StartsWith("not yet", verdict);
        Assert.Contains(hint, verdict);
    }

    [Theory]
    [MemberData(nameof(HostileAnswers))]
    public async Task No_answer_makes_the_check_throw(string exercise, string answer, string hint)
    {
        string verdict = await series.VerdictAsync(exercise, answer);

        Assert.StartsWith("not yet", verdict);
        Assert.Contains(hint, verdict);
    }

    private static TheoryData<string, string, string> Theory(IEnumerable<Answer> answers)
    {
        TheoryData<string, string, string> data = [];
        foreach (Answer answer in answers)
            data.Add(answer.Exercise, answer.Name, answer.Hint);
        return data;
    }
}
