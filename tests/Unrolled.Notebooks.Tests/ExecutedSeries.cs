using Unrolled.NotebookHost.Notebooks;
using Unrolled.Notebooks.Tests.Exercises;

namespace Unrolled.Notebooks.Tests;

/// <summary>
/// Every notebook of the series, executed once for all tests that look at what it shows, each when the first test asks
/// for it. A chapter is executed as its <see cref="AnswerSheet"/>.
/// </summary>
[CollectionDefinition(Name)]
public sealed class ExecutedSeries : ICollectionFixture<ExecutedSeries>, IDisposable
{
    /// <summary>
    /// The collection of the tests that execute notebooks, which use every core: one after the other.
    /// </summary>
    public const string Name = "Executed notebooks";

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, Task<string>> outputs = [];

    /// <summary>The folder of the executed copies, for <c>book --executed</c> and <c>check --executed</c>.</summary>
    public string Folder => folder["executed"];

    /// <summary>Executes what was not executed yet of the whole series.</summary>
    /// <returns>What the commands printed.</returns>
    public async Task<string> ExecuteAllAsync()
    {
        string output = "";
        foreach (string notebook in Repository.Notebooks.Concat(Repository.Solutions))
            output += await ExecuteAsync(notebook);
        return output;
    }

    /// <summary>What the check of an exercise says to an answer.</summary>
    /// <exception cref="InvalidOperationException">
    /// The chapter did not run as far as the verdict, or the answer itself does not run.
    /// </exception>
    public async Task<string> VerdictAsync(string exercise, string answer)
    {
        ExerciseChapter chapter = ExerciseChapter.Of(exercise);
        (string answerCell, string checkCell) = new AnswerSheet(chapter).CellsOf(exercise, answer);
        string output = await ExecuteAsync(chapter.Path);
        string copy = Path.Combine(Folder, BelowNotebooks(chapter.Path));
        NotebookCell[] cells = File.Exists(copy) ? [.. Notebook.Load(copy).Cells] : [];
        NotebookCell? check = cells.SingleOrDefault(cell => cell.Id == checkCell);
        if (check?.ExecutionCount is null)
            throw new InvalidOperationException($"{chapter.Path} did not run as far as the verdict.\n{output}");
        string error = ShownText.ErrorOf(cells.Single(cell => cell.Id == answerCell));
        return error.Length == 0
            ? ShownText.Of(check)
            : throw new InvalidOperationException($"The answer itself does not run: {error}");
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private static string BelowNotebooks(string notebook) => Path.GetRelativePath("notebooks", notebook);

    private Task<string> ExecuteAsync(string notebook) =>
        outputs.TryGetValue(notebook, out Task<string>? known) ? known : outputs[notebook] = RunAsync(notebook);

    private async Task<string> RunAsync(string notebook)
    {
        BuildFreshness.Require();
        string name = BelowNotebooks(notebook), sheet = folder[Path.Combine("sheets", name)];
        Directory.CreateDirectory(Path.GetDirectoryName(sheet)!);
        SheetOf(notebook).Save(sheet);
        File.Copy(Repository.SetupScript, Path.Combine(Path.GetDirectoryName(sheet)!, "setup.csx"), overwrite: true);
        (_, string output) = await UnrolledCommand.RunAsync(
            "run", "--no-build", "--output-dir", Path.GetDirectoryName(Path.Combine(Folder, name))!, sheet);
        return output;
    }

    private static Notebook SheetOf(string notebook) =>
        ExerciseChapter.All.SingleOrDefault(chapter => chapter.Path == notebook) is { } chapter
            ? new AnswerSheet(chapter).Document
            : Notebook.Load(Path.Combine(Repository.Root, notebook));
}
