using Microsoft.Playwright;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

/// <summary>Search, colours, keys, folded code and the board of exercises, in a browser without a network.</summary>
public sealed class ReadersToolsTests : IAsyncLifetime
{
    private static readonly NotebookCell[] First =
    [
        NotebookCell.Markdown("t", "# One"),
        NotebookCell.Code("setup", "#!import \"setup.csx\""),
        NotebookCell.Markdown("a", "## Gates\n\nA carousel (常数误差传送带) carries the error."),
        NotebookCell.Code("b", "double forgetBias = 1;"),
        NotebookCell.Markdown("e", "**01-1 · Count.** Count."),
        NotebookCell.Code("e1", "int n = 0;"),
    ];

    private readonly TemporaryFolder folder = new();
    private readonly List<string> problems = [];
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IBrowserContext? context;

    public Task InitializeAsync()
    {
        NotebookCell[] second = [NotebookCell.Markdown("t", "# Two\n\nThe carousel again. ~The end~ of error.")];
        EditionPublisher.Publish(
            BookBuilder.Build(new BookSource(
                "Book", "",
                [
                    new ExecutedNotebook("/book/01.ipynb", ExerciseTests.Document(First)),
                    new ExecutedNotebook("/book/02.ipynb", ExerciseTests.Document(second)),
                ])),
            folder.Path);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        folder.Dispose();
        Assert.Empty(problems);
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_search_finds_words_beginnings_code_and_Chinese_and_leads_there()
    {
        IPage page = await OpenAsync("02.html");

        await page.Keyboard.PressAsync("/");
        Assert.Equal(["Gates", "Two"], await FoundAsync(page, "carousel"));
        Assert.Equal(["Gates"], await FoundAsync(page, "carousel carr"));
        Assert.Equal(["Gates"], await FoundAsync(page, "forgetb"));
        Assert.Equal(["Gates"], await FoundAsync(page, "误差传送"));
        Assert.Empty(await FoundAsync(page, "carousel nothing"));
        await page.FillAsync("dialog.search input", "gates");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/01.html#gates");
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Chosen_colours_stay_on_the_next_page()
    {
        IPage page = await OpenAsync("01.html");
        const string paper = "getComputedStyle(document.body).backgroundColor";
        string light = await page.EvaluateAsync<string>(paper);

        await page.ClickAsync("[data-tool=theme]");
        Assert.Equal(light, await page.EvaluateAsync<string>(paper));
        await page.ClickAsync("[data-tool=theme]");
        string dark = await page.EvaluateAsync<string>(paper);

        Assert.NotEqual(light, dark);
        Assert.Equal(dark, await (await OpenAsync("02.html")).EvaluateAsync<string>(paper));
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Arrow_keys_turn_pages_and_a_slash_is_typed_where_one_types()
    {
        IPage page = await OpenAsync("01.html");

        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("document.title === 'Two · Book' && document.readyState === 'complete'");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.WaitForFunctionAsync("document.title === 'One · Book' && document.readyState === 'complete'");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("/");
        Assert.Equal("/", await page.InputValueAsync("dialog.search input"));
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task All_folded_code_opens_at_once_and_stays_open()
    {
        IPage page = await OpenAsync("01.html");
        Assert.False(await page.Locator("#cell-setup pre").IsVisibleAsync());

        await page.ClickAsync(".all-code");
        Assert.True(await page.Locator("#cell-setup pre").IsVisibleAsync());

        Assert.True(await (await OpenAsync("01.html")).Locator("#cell-setup pre").IsVisibleAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task What_is_done_is_on_the_board_goes_into_a_file_and_comes_back()
    {
        IPage page = await OpenAsync("01.html");
        await page.CheckAsync("[data-exercise='01-1'] input");

        IPage board = await OpenAsync("exercises.html");
        Assert.Equal("1 of 1 done", await board.InnerTextAsync(".board-count"));
        Assert.True(await board.IsCheckedAsync(".board input"));
        IDownload download = await board.RunAndWaitForDownloadAsync(
            () => board.ClickAsync("text=Save to a file"));
        string saved = folder["saved.json"];
        await download.SaveAsAsync(saved);

        await board.UncheckAsync(".board input");
        Assert.Equal("0 of 1 done", await board.InnerTextAsync(".board-count"));
        await board.SetInputFilesAsync("input[type=file]", saved);
        await board.WaitForFunctionAsync("document.querySelector('.board-count').textContent === '1 of 1 done'");

        await board.SetInputFilesAsync("input[type=file]", folder.Write("wrong.json", "[1]"));
        await board.WaitForSelectorAsync("text=wrong.json is no list of exercises");
        Assert.True(await board.IsCheckedAsync(".board input"));
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task On_a_phone_the_bar_stays_and_code_wraps()
    {
        IPage page = await OpenAsync("01.html", width: 390);
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");

        Assert.True(await page.Locator("[data-tool=search]").IsVisibleAsync());
        Assert.Equal(0, await page.EvaluateAsync<double>("document.querySelector('.sidebar').getBoundingClientRect().top"));
        Assert.Equal("pre-wrap", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.line')).whiteSpace"));
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Without_scripts_there_are_no_tools_that_do_nothing()
    {
        IPage page = await OpenAsync("01.html", width: 390, scripts: false);

        Assert.Equal(0, await page.Locator("button:visible").CountAsync());
        Assert.True(await page.Locator("main").IsVisibleAsync());
        Assert.True(await page.Locator(".chapters a").First.IsVisibleAsync());
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(IPage page, string question)
    {
        await page.FillAsync("dialog.search input", question);
        await page.WaitForFunctionAsync("window.bookSearchIndex");
        await page.WaitForFunctionAsync("!/^Words/.test(document.querySelector('dialog.search p').textContent)");
        return await page.Locator("dialog.search li strong").AllInnerTextsAsync();
    }

    private async Task<IPage> OpenAsync(string path, int width = 1280, bool scripts = true)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        context ??= await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = ColorScheme.Light,
            JavaScriptEnabled = scripts,
            Offline = true,
        });
        IPage page = await context.NewPageAsync();
        page.PageError += (_, error) => problems.Add(error);
        await page.GotoAsync(new Uri(folder[path]).AbsoluteUri);
        return page;
    }
}
