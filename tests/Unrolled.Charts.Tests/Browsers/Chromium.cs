using Microsoft.Playwright;

namespace Unrolled.Charts.Tests.Browsers;

/// <summary>The machine's Chromium, without a network, and a folder for the pages of one test class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (!ExternalTool.IsPresent(ExternalTool.Chromium))
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
    }

    /// <summary>Opens HTML from a file, offline.</summary>
    public async Task<IPage> OpenAsync(string html, int width = 900, bool scripts = true)
    {
        string path = Path.Combine(folder.FullName, $"{Guid.NewGuid():n}.html");
        await File.WriteAllTextAsync(path, html);
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Offline = true,
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = 800 },
        });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        folder.Delete(recursive: true);
    }
}
