using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>Runs each chapter's <see cref="AnswerSheet"/> once, when its first verdict is asked for.</summary>
public sealed class CheckedAnswers : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, Task<Func<string, string, string>>> chapters = [];

    /// <summary>What the check of an exercise says to an answer.</summary>
    /// <exception cref="InvalidOperationException">The chapter did not run, or the answer is one that does not run.</exception>
    public async Task<string> VerdictAsync(string exercise, string answer)
    {
        ExerciseChapter chapter = ExerciseChapter.Of(exercise);
        if (!chapters.TryGetValue(chapter.Path, out Task<Func<string, string, string>>? verdicts))
            chapters[chapter.Path] = verdicts = RunAsync(chapter);
        return (await verdicts)(exercise, answer);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private async Task<Func<string, string, string>> RunAsync(ExerciseChapter chapter)
    {
        BuildFreshness.Require();
        AnswerSheet sheet = new(chapter);
        string name = Path.GetFileName(chapter.Path);
        sheet.Document.Save(folder[name]);
        File.Copy(Repository.SetupScript, folder["setup.csx"], overwrite: true);
        (int exitCode, string output) = await UnrolledCommand.RunAsync(
            "run", "--no-build", "--output-dir", folder["executed"], folder[name]);
        if (exitCode != 0)
            throw new InvalidOperationException($"{chapter.Path} with its solutions did not run.\n{output}");

        Notebook executed = Notebook.Load(folder[Path.Combine("executed", name)]);
        return (exercise, answer) => Verdict(executed, sheet.CellsOf(exercise, answer));
    }

    private static string Verdict(Notebook executed, (string Answer, string Check) cells)
    {
        string error = ShownText.ErrorOf(executed.Cells.Single(cell => cell.Id == cells.Answer));
        return error.Length == 0
            ? ShownText.Of(executed.Cells.Single(cell => cell.Id == cells.Check))
            : throw new InvalidOperationException($"The answer itself does not run: {error}");
    }
}
