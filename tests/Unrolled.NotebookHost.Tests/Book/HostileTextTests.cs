using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

/// <summary>
/// A page of the book shows a notebook's texts as texts: in a browser that runs no script but the book's own files,
/// none of them becomes an element, an attribute or a script.
/// </summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private const string Attack =
        "</pre></code></title>\"'><img src=x onerror=\"hacked(1)\"><script>hacked(2)</script>";
    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private readonly TemporaryFolder folder = new();
    private readonly List<string> messages = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        folder.Dispose();
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task No_text_of_a_notebook_becomes_a_script_or_an_element()
    {
        Edition edition = Edition(
            Markdown($"# Title `{Attack}`"),
            Markdown($"## Section `{Attack}`\n\n\\<script>hacked(3)\\</script>\n\n```{Attack}\n{Attack}\n```\n\n"
                + "$x < \\text{<img src=x onerror=hacked(4)>}$\n\n| a `<img src=x onerror=hacked(5)>` |\n|---|\n| 1 |"),
            Code(
                "// " + Attack,
                Output("stream", ("name", "stdout"), ("text", Attack)),
                Output("stream", ("name", "stderr"), ("text", $"\u001b[31m{Attack}\u001b[0m")),
                Output("error", ("ename", Attack), ("evalue", Attack), ("traceback", new JsonArray(Attack))),
                Output("display_data", ("data", new JsonObject { ["text/plain"] = Attack })),
                Output("display_data", ("data", new JsonObject
                {
                    ["application/json"] = new JsonObject { [Attack] = 1 },
                })),
                Output("display_data", ("data", new JsonObject { ["application/x" + Attack] = "1" })),
                Output("display_data", ("data", new JsonObject { ["text/latex"] = $"${Attack}$" })),
                Output("display_data", ("data", new JsonObject
                {
                    ["image/png"] = "iVBORw0KGgo=",
                    ["text/plain"] = Attack,
                }))));

        IPage page = await OpenAsync(edition, "page.html");
        IPage index = await OpenAsync(edition, "index.html");

        Assert.Empty(messages);
        foreach (IPage opened in (IPage[])[page, index])
        {
            Assert.Equal(0, await opened.Locator("img[src='x'], [onerror], script:not([src])").CountAsync());
            Assert.Contains("hacked(2)", await opened.TitleAsync() + await opened.InnerTextAsync("body"));
        }
        Assert.InRange(await page.GetByText("<script>hacked(2)</script>").CountAsync(), 6, 30);
    }

    [Theory]
    [InlineData("[click](javascript:hacked(1))")]
    [InlineData("[click](JaVaScRiPt:hacked(1))")]
    [InlineData("[click](java&#10;script:hacked(1))")]
    [InlineData("[click](vbscript:hacked(1))")]
    [InlineData("[click](data:text/html,hacked)")]
    [InlineData("<javascript:hacked(1)>")]
    [InlineData("<a href=\"javascript:hacked(1)\">click</a>")]
    [InlineData("[click][a]\n\n[a]: javascript:hacked(1)")]
    public void No_link_runs_a_script(string markdown)
    {
        (AngleSharp.Dom.IDocument page, Edition edition) = SampleBook.OfProse(markdown);

        Assert.Equal("#", page.QuerySelector(".prose a")!.GetAttribute("href"));
        Assert.Contains(edition.Warnings, warning => warning.Contains("could run a script"));
    }

    [Theory]
    [InlineData("[secret](../secret.txt)")]
    [InlineData("![secret](../secret.txt)")]
    [InlineData("<img src=\"../secret.txt\">")]
    [InlineData("[secret](link.txt)")]
    public void No_link_copies_a_file_from_outside_of_the_repository(string markdown)
    {
        folder.Write("secret.txt", "a private key");
        Directory.CreateDirectory(folder["repository/.git"]);
        File.CreateSymbolicLink(folder["repository/link.txt"], folder["secret.txt"]);
        string path = folder.Write("repository/page.ipynb", "{}");

        Edition edition = BookBuilder.Build(
            new BookSource("Book", "", [new ExecutedNotebook(path, Document(Markdown(markdown)))]));

        Assert.DoesNotContain(
            edition.Files.Values, content => System.Text.Encoding.UTF8.GetString(content).Contains("a private key"));
        Assert.Contains(edition.Warnings, warning => warning.Contains("leads to nothing that the book can hold"));
    }

    [Fact]
    public void A_notebooks_file_name_stays_in_its_link()
    {
        string path = folder.Write("a\" onmouseover=\"hacked(1)#?%.ipynb", "{}");

        Edition edition = BookBuilder.Build(new BookSource("Book", "", [new ExecutedNotebook(path, Document())]));

        string index = System.Text.Encoding.UTF8.GetString(edition.Files["index.html"]);
        Assert.DoesNotContain("onmouseover=\"", index);
        Assert.Contains("href=\"a%22%20onmouseover%3D%22hacked%281%29%23%3F%25.html\"", index);
    }

    private static NotebookCell Markdown(string text) => NotebookCell.Markdown("m", text);

    private static NotebookCell Code(string source, params JsonObject[] outputs)
    {
        NotebookCell cell = NotebookCell.Code("c", source);
        cell.Outputs = new JsonArray([.. outputs]);
        return cell;
    }

    private static JsonObject Output(string type, params (string Name, JsonNode Value)[] fields)
    {
        JsonObject output = new() { ["output_type"] = type, ["metadata"] = new JsonObject() };
        foreach ((string name, JsonNode value) in fields)
            output[name] = value;
        return output;
    }

    private static Notebook Document(params NotebookCell[] cells)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");
        foreach (NotebookCell cell in cells)
            notebook.InsertCell(notebook.Cells.Count, cell);
        return notebook;
    }

    private Edition Edition(params NotebookCell[] cells) => BookBuilder.Build(
        new BookSource($"Book {Attack}", "", [new ExecutedNotebook(folder["page.ipynb"], Document(cells))]));

    // From a server of its own, whose pages may run no script but the book's files.
    private async Task<IPage> OpenAsync(Edition edition, string path)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        IPage page = await browser.NewPageAsync();
        await page.AddInitScriptAsync("window.hacked = number => console.error(`hacked by ${number}`);");
        await page.RouteAsync("**/*", route =>
        {
            string file = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
            return edition.Files.TryGetValue(file, out byte[]? content)
                ? route.FulfillAsync(new RouteFulfillOptions
                {
                    BodyBytes = content,
                    ContentType = MimeTypeOf(file),
                    Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = Policy },
                })
                : route.FulfillAsync(new RouteFulfillOptions { Status = 404 });
        });
        page.Console += (_, message) => messages.Add(message.Text);
        page.PageError += (_, error) => messages.Add(error);
        await page.GotoAsync($"http://book.test/{path}");
        return page;
    }

    private static string MimeTypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html",
        ".css" => "text/css",
        ".js" => "text/javascript",
        _ => "application/octet-stream",
    };
}
