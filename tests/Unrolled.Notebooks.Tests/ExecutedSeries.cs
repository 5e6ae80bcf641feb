using Unrolled.NotebookHost.Notebooks;
using Unrolled.Notebooks.Tests.Exercises;

namespace Unrolled.Notebooks.Tests;

/// <summary>
/// Every notebook of the series, executed once for all tests that look at what it shows, when the first test asks for
/// it: by the reader's own <c>unrolled book</c> where that was made of what is built and written now, or else here. The
/// answers to exercises are executed on their chapters' <see cref="AnswerSheet"/>s.
/// </summary>
[CollectionDefinition(Name)]
public sealed class ExecutedSeries : ICollectionFixture<ExecutedSeries>, IDisposable
{
    /// <summary>
    /// The collection of the tests that execute notebooks, which use every core: one after the other.
    /// </summary>
    public const string Name = "Executed notebooks";

    private static readonly string PublishedBook = Path.Combine(Repository.Root, "artifacts", "book");

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, Task<AnsweredChapter>> sheets = [];
    private Task<string>? series;

    /// <summary>The folder of the executed copies, for <c>book --executed</c> and <c>check --executed</c>.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Executes the whole series, once.</summary>
    /// <returns>What the command printed.</returns>
    public Task<string> ExecuteAllAsync() => series ??= RunAllAsync();

    /// <summary>What the check of an exercise says to an answer.</summary>
    /// <exception cref="InvalidOperationException">
    /// The chapter did not run as far as the verdict, or the answer itself does not run.
    /// </exception>
    public async Task<string> VerdictAsync(string exercise, string answer)
    {
        ExerciseChapter chapter = ExerciseChapter.Of(exercise);
        AnsweredChapter answered = await (sheets.TryGetValue(chapter.Path, out Task<AnsweredChapter>? known)
            ? known
            : sheets[chapter.Path] = RunSheetAsync(chapter));
        (string answerCell, string checkCell) = answered.Sheet.CellsOf(exercise, answer);
        if (!answered.Cells.TryGetValue(checkCell, out NotebookCell? check) || check.ExecutionCount is null)
            throw new InvalidOperationException(
                $"{chapter.Path} did not run as far as the verdict.\n{answered.Output}");
        string error = ShownText.ErrorOf(answered.Cells[answerCell]);
        return error.Length == 0
            ? ShownText.Of(check)
            : throw new InvalidOperationException($"The answer itself does not run: {error}");
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private async Task<string> RunAllAsync()
    {
        BuildFreshness.Require();
        if (WhyNotPublished() is not { } reason)
        {
            Folder = PublishedBook;
            return $"Executed when {PublishedBook} was published.\n";
        }
        Folder = folder["executed"];
        // Two at a time: their times are nobody's concern here.
        (_, string output) = await UnrolledCommand.RunAsync(
            "run", "--no-build", "--jobs", "2", "--output-dir", Folder);
        return $"Executed here: {reason}.\n{output}";
    }

    // Null where the book's executed copies are later than all that has a part in them.
    private static string? WhyNotPublished()
    {
        string[] copies =
        [
            .. Repository.AllNotebooks.Select(
                notebook => Path.Combine(PublishedBook, Path.GetRelativePath("notebooks", notebook))),
        ];
        if (copies.FirstOrDefault(copy => !File.Exists(copy)) is { } missing)
            return $"there is no {missing}";
        DateTime oldest = copies.Min(File.GetLastWriteTimeUtc);
        return Parts().FirstOrDefault(part => part.LastWriteTimeUtc > oldest) is { } newer
            ? $"{newer.FullName} is newer than {PublishedBook}"
            : null;
    }

    private static IEnumerable<FileInfo> Parts() =>
    [
        .. new DirectoryInfo(Path.Combine(Repository.Root, "notebooks")).GetFiles("*", SearchOption.AllDirectories),
        .. new DirectoryInfo(Path.Combine(Repository.Root, "data")).GetFiles("*", SearchOption.AllDirectories),
        .. Built("notebooks"),
        .. Built("Unrolled.NotebookHost"),
    ];

    private static FileInfo[] Built(string project) =>
        new FileInfo(Repository.BuildOutput(project, "Unrolled.dll")).Directory!.GetFiles("*.dll");

    private async Task<AnsweredChapter> RunSheetAsync(ExerciseChapter chapter)
    {
        BuildFreshness.Require();
        AnswerSheet sheet = new(chapter);
        string name = Path.GetFileName(chapter.Path), path = folder[Path.Combine("sheets", name)];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        sheet.Document.Save(path);
        File.Copy(Repository.SetupScript, Path.Combine(Path.GetDirectoryName(path)!, "setup.csx"), overwrite: true);
        (_, string output) = await UnrolledCommand.RunAsync(
            "run", "--no-build", "--output-dir", folder["answered"], path);
        string copy = folder[Path.Combine("answered", name)];
        NotebookCell[] cells = File.Exists(copy) ? [.. Notebook.Load(copy).Cells] : [];
        return new AnsweredChapter(sheet, cells.ToDictionary(cell => cell.Id), output);
    }

    private sealed record AnsweredChapter(
        AnswerSheet Sheet, IReadOnlyDictionary<string, NotebookCell> Cells, string Output);
}
