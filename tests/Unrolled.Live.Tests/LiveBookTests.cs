using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Commands;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Execution.Directives;
using Unrolled.NotebookHost.Notebooks;
using Xunit.Abstractions;

namespace Unrolled.Live.Tests;

/// <summary>
/// The cells of the book run in a reader's browser, with nothing but the book's own files, and show what the notebooks
/// were saved with.
/// </summary>
public sealed class LiveBookTests(LiveBook book, ITestOutputHelper output) : IClassFixture<LiveBook>
{
    private const int LargestFirstRun = 12_000_000;

    // Layers train with another rounding in a browser, and the processors' own functions differ in their last bits.
    private const double Tolerance = 1e-3;

    private const string Chapter = "05-lstm-gate-by-gate.ipynb", LastCell = "line-by-line";

    public static TheoryData<string> Chapters => [.. LiveBook.Notebooks.Select(path => Path.GetFileName(path))];

    [FactRequires(ExternalTool.LiveRuntime)]
    public void The_first_run_of_a_cell_downloads_twelve_megabytes_at_most()
    {

        int[] packs = [.. book.Edition!.Files.Where(file => file.Key.EndsWith(".pack")).Select(file => file.Value.Length)];
        Assert.Equal(2, packs.Length);
        Assert.InRange(packs.Sum(), 1, LargestFirstRun);
    }

    [Fact]
    public void The_same_files_make_the_same_pack()
    {
        Dictionary<string, byte[]> files = new() { ["b"] = [2, 3], ["a"] = [1] };
        Dictionary<string, byte[]> inAnotherOrder = new() { ["a"] = [1], ["b"] = [2, 3] };

        Assert.Equal(LivePack.Of(files), LivePack.Of(inAnotherOrder));
    }

    [FactRequires(ExternalTool.LiveRuntime)]
    public void A_page_names_its_notebook_and_allows_no_foreign_address()
    {
        string page = System.Text.Encoding.UTF8.GetString(
            book.Edition!.Files[Path.ChangeExtension(Chapter, ".html")]);

        Assert.Contains("\"notebook\":\"/book/notebooks/05-lstm-gate-by-gate.ipynb\"", page);
        Assert.Contains("content=\"default-src 'none';", page);
    }

    [FactRequires(ExternalTool.Chromium, ExternalTool.LiveRuntime)]
    public async Task A_chapter_runs_from_the_file_system_and_shows_what_it_was_saved_with()
    {
        await using LivePage page = await LivePage.OpenAsync(book.Address(Chapter));

        IReadOnlyDictionary<string, JsonArray> shown = await page.RunAsync(LastCell);

        Assert.Contains(LastCell, shown.Keys);
        Assert.Empty(Differences(Chapter, shown));
        Assert.Empty(await page.FailedClaimsAsync());
        Assert.All(page.Requests, address => Assert.Matches("^(file|blob|data):", address));
    }

    [FactRequires(ExternalTool.Chromium, ExternalTool.LiveRuntime)]
    public async Task An_endless_loop_can_be_stopped_and_the_cells_above_run_again()
    {
        await using LivePage page = await LivePage.OpenAsync(book.Address(Chapter));

        string[] states = await page.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const [first, second] = live.cells;
              second.editor = { text: "while (true) { }", focus() {} };
              const looping = live.run(second);
              while (!first.hasRun)
                await new Promise((resolve) => setTimeout(resolve, 100));
              await new Promise((resolve) => setTimeout(resolve, 1000));
              live.stop();
              await looping;
              const stopped = `${first.hasRun} ${second.hasRun}`;
              second.editor = undefined;
              await live.run(second);
              return [stopped, `${first.hasRun} ${second.hasRun}`];
            }
            """);

        Assert.Equal(["false false", "true true"], states);
    }

    [FactRequires(ExternalTool.Chromium, ExternalTool.LiveRuntime)]
    public async Task A_served_page_runs_its_cells_and_keeps_the_runtime_for_the_next_visit()
    {
        using CancellationTokenSource stop = new();
        int port = FreePort();
        Task serving = new BookServer(book.Folder).RunAsync(port, stop.Token);
        string address = $"http://127.0.0.1:{port}/{Path.ChangeExtension(Chapter, ".html")}";
        await using (LivePage page = await LivePage.OpenAsync(address))
        {
            for (int visit = 1; visit <= 2; visit++)
            {
                Stopwatch clock = Stopwatch.StartNew();
                IReadOnlyDictionary<string, JsonArray> shown = await page.RunAsync("hand-made-weights");
                output.WriteLine($"Visit {visit}: the first cells had run after {clock.Elapsed.TotalSeconds:0.0} s.");
                Assert.Equal(["setup", "hand-made-weights"], shown.Keys);
                await page.Page.ReloadAsync();
            }
            Assert.Equal(2, await page.Page.EvaluateAsync<int>(
                "async () => (await (await caches.open('unrolled-live')).keys()).length"));
        }
        await stop.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task A_server_gives_the_files_of_the_book_and_nothing_else()
    {
        using TemporaryFolder site = new();
        site.Write("book/index.html", "<p>first</p>");
        site.Write("book/.book-files", "hidden");
        site.Write("secret.txt", "secret");
        using CancellationTokenSource stop = new();
        int port = FreePort();
        Task serving = new BookServer(site["book"]).RunAsync(port, stop.Token);
        using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };

        Assert.Equal("<p>first</p>", await client.GetStringAsync("/"));
        foreach (string path in (string[])["/none.html", "/.book-files", "/..%2fsecret.txt", "/%2e%2e/secret.txt"])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await client.PostAsync("/index.html", new StringContent(""))).StatusCode);
        await stop.CancelAsync();
        await serving;
    }

    [FactRequires(ExternalTool.Chromium, ExternalTool.LiveRuntime)]
    public async Task The_playground_does_what_its_cells_do_in_a_notebook()
    {
        await using LivePage page = await LivePage.OpenAsync(book.Address("playground.html"));

        string[] ran = await page.Page.EvaluateAsync<string[]>(
            """
            async () => {
              live.examine();
              await live.run(live.cells[1]);
              return [live.cells[0].source, live.cells[1].source, JSON.stringify(live.cells[1].shown)];
            }
            """);

        List<string> native = [];
        using CSharpSession session = new(
            new SessionOptions(Path.Combine(LiveBook.Root, "notebooks")), DirectiveTable.All);
        foreach (string code in ran[..2])
            Assert.True((await session.ExecuteAsync(code, Take)).Succeeded);
        string[] shown = [.. JsonNode.Parse(ran[2])!.AsArray().Select(
            figure => MultilineText.Join(figure!["data"]!["text/plain"]))];
        Assert.Equal(3, shown.Length);
        Assert.All(
            native.Zip(shown),
            pair => Assert.Null(new TextComparison(Tolerance).FirstDifference(pair.First, pair.Second)));

        void Take(CellOutput output)
        {
            if (output is DisplayOutput { Data.Data: var data })
                native.Add(data["text/plain"]!.GetValue<string>());
        }
    }

    [NightlyTheory(ExternalTool.Chromium, ExternalTool.LiveRuntime)]
    [MemberData(nameof(Chapters))]
    public async Task The_cells_that_a_chapter_runs_in_two_minutes_succeed_and_every_sentence_so_far_holds(
        string chapter)
    {
        await using LivePage page = await LivePage.OpenAsync(book.Address(chapter));

        int ran = (await page.RunAsync(limit: TimeSpan.FromMinutes(2))).Count;

        int all = Notebook.Load(Path.Combine(LiveBook.Root, "notebooks", chapter)).Cells.Count(cell => cell.Runs);
        output.WriteLine($"{chapter}: {ran} of {all} cells.");
        Assert.NotEqual(0, ran);
        Assert.Empty(await page.FailedCellsAsync());
        Assert.Empty(await page.FailedClaimsAsync());
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The cells that showed something else than they were saved with, and where.</summary>
    private static string[] Differences(string notebook, IReadOnlyDictionary<string, JsonArray> shown)
    {
        OutputComparison comparison = new(new TextComparison(Tolerance));
        return
        [
            .. Notebook.Load(Path.Combine(LiveBook.Root, "notebooks", notebook)).Cells
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
