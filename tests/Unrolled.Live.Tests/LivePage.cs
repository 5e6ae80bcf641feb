using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Unrolled.Live.Tests;

/// <summary>A page of the book in headless Chromium, offline, whose cells can be run.</summary>
internal sealed class LivePage : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private LivePage(IPlaywright playwright, IBrowser browser, IPage page) =>
        (this.playwright, this.browser, Page) = (playwright, browser, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors that the page has written to its console.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The addresses that the page has requested.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Opens a page.</summary>
    public static async Task<LivePage> OpenAsync(string address, int width = 1200)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new() { Width = width, Height = 900 },
        });
        page.SetDefaultTimeout(0);
        LivePage live = new(playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                live.Errors.Add(message.Text);
        };
        page.PageError += (_, error) => live.Errors.Add(error);
        page.Request += (_, request) => live.Requests.Add(request.Url);
        await page.GotoAsync(address);
        return live;
    }

    /// <summary>Runs the cells up to one, evaluates every tested sentence between them, and keeps the outputs.</summary>
    /// <param name="cell">The cell's id; null for the last cell.</param>
    /// <param name="limit">The longest that they may take; the cell that runs then is stopped.</param>
    /// <returns>The outputs by the id of the cell, for each cell that ran.</returns>
    public async Task<IReadOnlyDictionary<string, JsonArray>> RunAsync(string? cell = null, TimeSpan? limit = null)
    {
        string shown = await Page.EvaluateAsync<string>(
            """
            async ([id, limit]) => {
              live.examine();
              if (limit)
                setTimeout(live.stop, limit);
              await live.run(live.cells.find((cell) => cell.id === id) ?? live.cells.at(-1));
              return JSON.stringify(live.cells.filter((cell) => cell.shown).map((cell) => [cell.id, cell.shown]));
            }
            """,
            new object?[] { cell is null ? null : $"cell-{cell}", limit?.TotalMilliseconds });
        return JsonNode.Parse(shown)!.AsArray().ToDictionary(
            pair => pair![0]!.GetValue<string>()["cell-".Length..], pair => pair![1]!.DeepClone().AsArray());
    }

    /// <summary>The conditions of the tested sentences that were evaluated and found to be something else than true.</summary>
    public Task<string[]> FailedClaimsAsync() => Page.EvaluateAsync<string[]>(
        """
        () => live.claims.filter((claim) => claim.verdict && claim.verdict !== "holds")
          .map((claim) => claim.condition + ": " + claim.element.querySelector(".live-verdict").textContent)
        """);

    /// <summary>The cells that failed, with what they showed.</summary>
    public Task<string[]> FailedCellsAsync() => Page.EvaluateAsync<string[]>(
        """
        () => live.cells.filter((cell) => cell.failed && !cell.mayFail)
          .map((cell) => `${cell.id}: ${cell.status.textContent} ${cell.outputs.textContent.slice(0, 300)}`)
        """);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
