using Microsoft.Playwright;
using Unrolled.NotebookHost.Book;

namespace Unrolled.NotebookHost.Tests.Book;

public sealed class BookInBrowserTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> messages = [];
    private readonly List<string> requests = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Task InitializeAsync()
    {
        EditionPublisher.Publish(new SampleBook().Edition, folder.Path);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        folder.Dispose();
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Page_opens_from_the_file_system_without_an_error_or_a_request_to_the_network()
    {
        await OpenAsync(SampleBook.SamplePage, width: 1280);

        Assert.Empty(messages);
        Assert.NotEmpty(requests);
        Assert.All(requests, address => Assert.StartsWith("file:", address));
    }

    [FactRequires(ExternalTool.Chromium, ExternalTool.KaTeX)]
    public async Task Every_formula_is_rendered_by_KaTeX_without_an_error()
    {
        IPage page = await OpenAsync(SampleBook.SamplePage, width: 1280);

        int formulas = await page.Locator(".math").CountAsync();
        Assert.True(formulas > 10, $"{formulas} formulas");
        Assert.Equal(formulas, await page.Locator(".math:has(.katex)").CountAsync());
        Assert.Equal(0, await page.Locator(".katex-error").CountAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Shared_script_is_there_for_the_figure_that_follows_it_and_ran_once()
    {
        IPage page = await OpenAsync(SampleBook.SamplePage, width: 1280);

        Assert.Equal("1", await page.EvaluateAsync<string>("document.documentElement.dataset.tiny"));
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Narrow_page_scrolls_its_code_and_not_itself_and_folds_its_contents()
    {
        IPage page = await OpenAsync(SampleBook.SamplePage, width: 390);

        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.False(await page.Locator(".chapters").IsVisibleAsync());
        await page.Locator(".contents > summary").ClickAsync();
        Assert.True(await page.Locator(".chapters").IsVisibleAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Text_has_the_contrast_of_WCAG_AA_in_light_and_dark()
    {
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            IPage page = await OpenAsync(SampleBook.SamplePage, width: 1280, scheme);
            string[] faint = await page.EvaluateAsync<string[]>(ContrastBelowAA);
            Assert.Empty(faint);
        }
    }

    // Contrast as WCAG 2.2 defines it, of every element that has text of its own, outside of figures and of text with a
    // style of its own.
    private const string ContrastBelowAA = """
        () => {
          const channels = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
          const luminance = ([r, g, b]) => [r, g, b]
            .map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const background = (element) => {
            for (let at = element; at; at = at.parentElement) {
              const color = channels(getComputedStyle(at).backgroundColor);
              if (color.length === 3 || color[3] > 0.99) return color;
            }
            return [255, 255, 255];
          };
          const faint = new Set();
          for (const element of document.querySelectorAll("body *")) {
            const hasText = [...element.childNodes].some(
                (node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
            if (!hasText || element.closest("svg, script, [style], .katex-mathml, .anchor, .copy")) continue;
            const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(background(element))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) faint.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
          }
          return [...faint];
        }
        """;

    private async Task<IPage> OpenAsync(string path, int width, ColorScheme scheme = ColorScheme.Light)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            Offline = true,
        });
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => messages.Add(message.Text);
        page.PageError += (_, error) => messages.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(new Uri(folder[path]).AbsoluteUri);
        return page;
    }
}
