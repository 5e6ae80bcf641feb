using System.IO.Compression;
using Microsoft.Playwright;

namespace Unrolled.Notebooks.Tests.Pages;

/// <summary>
/// Every page of the book in a browser: nothing fails, nothing is asked of a network, nothing is cut off, every letter
/// can be read, and axe-core finds nothing: at five widths and in both colours, nightly.
/// </summary>
[Collection(ExecutedSeries.Name)]
public class BookPagesTests(PublishedBook book) : IClassFixture<PublishedBook>
{
    private const double LeastLetter = 9;
    // As a server sends them, compressed.
    private const long LargestPage = 500_000, LargestIndex = 100_000;

    [NightlyTheory(ExternalTool.Chromium, ExternalTool.Npm)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(768, ColorScheme.Dark)]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task At_every_width_and_in_both_colours_every_page_is_whole(int width, ColorScheme scheme) =>
        await ExamineAsync(width, scheme);

    [Fact]
    public void No_page_is_larger_than_a_reader_would_wait_for()
    {
        Assert.All(Pages(), page => Assert.InRange(Sent(page), 1, LargestPage));
    }

    [Fact]
    public void The_search_index_is_small() =>
        Assert.InRange(Sent(Path.Combine(book.Folder, "assets", "search-index.js")), 1, LargestIndex);

    private static long Sent(string file)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return packed.Length;
    }

    private string[] Pages() => Directory.GetFiles(book.Folder, "*.html", SearchOption.AllDirectories);

    private async Task ExamineAsync(int width, ColorScheme scheme)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Offline = true,
        });
        List<string> problems = [];
        foreach (string page in Pages().Order(StringComparer.Ordinal))
            problems.AddRange((await OpenedPage.ProblemsAsync(context, page, LeastLetter)).Select(
                problem => $"{Path.GetRelativePath(book.Folder, page)} at {width} px, {scheme}: {problem}"));

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
