using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Live;

/// <summary>
/// The book's cells run in a reader's browser: from the file system, with nothing but the book's own files, and they show
/// what the notebooks were saved with.
/// </summary>
[Collection(ExecutedSeries.Name)]
public sealed class LiveBookTests(PublishedBook book) : IClassFixture<PublishedBook>
{
    private const int LargestFirstRun = 12_000_000;
    private const double Tolerance = 1e-3;

    // A chapter whose cells compute with the equations, and the last of them before long trainings.
    private const string Chapter = "notebooks/05-lstm-gate-by-gate.ipynb", LastCell = "line-by-line";

    public static bool IsPublished(PublishedBook book) =>
        Directory.EnumerateFiles(Path.Combine(book.Folder, "assets"), "live-runtime-*.pack").Any();

    [Fact]
    public void The_first_run_of_a_cell_downloads_twelve_megabytes_at_most()
    {
        if (!IsPublished(book))
            return;
        FileInfo[] packs = [.. new DirectoryInfo(Path.Combine(book.Folder, "assets")).GetFiles("live-*.pack")];

        Assert.Equal(2, packs.Length);
        Assert.InRange(packs.Sum(pack => pack.Length), 1, LargestFirstRun);
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_chapter_runs_from_the_file_system_and_shows_what_it_was_saved_with()
    {
        if (!IsPublished(book))
            return;
        await using LivePage page = await LivePage.OpenAsync(new Uri(book.Page(Chapter)).AbsoluteUri);

        IReadOnlyDictionary<string, JsonArray> shown = await page.RunAsync(LastCell);

        Assert.Contains(LastCell, shown.Keys);
        Assert.Empty(Differences(Chapter, shown));
        Assert.Empty(await page.FailedClaimsAsync());
        Assert.Empty(page.Errors);
        Assert.All(page.Requests, address => Assert.Matches("^(file|blob|data):", address));
    }

    /// <summary>The cells that showed something else than they were saved with, and where.</summary>
    internal static string[] Differences(string notebook, IReadOnlyDictionary<string, JsonArray> shown)
    {
        OutputComparison comparison = new(new TextComparison(Tolerance));
        return
        [
            .. Notebook.Load(Path.Combine(Repository.Root, notebook)).Cells
                .Where(cell => shown.ContainsKey(cell.Id) && !cell.HasTag(CellTags.Timing))
                .SelectMany(cell => Enumerable.Range(0, Math.Max(cell.Outputs.Count, shown[cell.Id].Count))
                    .Select(i => comparison.FirstDifference(At(cell.Outputs, i), At(shown[cell.Id], i)) is { } found
                        ? $"{cell.Id}, output {i + 1}{found.Where}: saved {found.Committed}, here {found.Now}"
                        : null))
                .OfType<string>(),
        ];
    }

    private static JsonObject? At(JsonArray outputs, int index) =>
        index < outputs.Count ? outputs[index]!.AsObject() : null;
}
