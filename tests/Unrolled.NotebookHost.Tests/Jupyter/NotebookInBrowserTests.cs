using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>A reader's way: Jupyter's page in a browser, a notebook opened, all its cells run.</summary>
public sealed class NotebookInBrowserTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>, IAsyncLifetime
{
    private const float Patience = 120_000;

    private Process? server;
    private string address = "";

    public async Task InitializeAsync()
    {
        if (!ExternalTool.IsPresent(ExternalTool.JupyterNotebook) || !ExternalTool.IsPresent(ExternalTool.Chromium))
            return;
        int port = FreePort();
        address = $"http://127.0.0.1:{port}";
        ProcessStartInfo start = kernel.Start(
            ExternalTool.Python, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}",
            "--NotebookApp.token=", "--NotebookApp.password=");
        start.RedirectStandardError = true;
        server = Process.Start(start)!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        using HttpClient http = new() { BaseAddress = new Uri(address) };
        for (DateTime end = DateTime.UtcNow.AddMinutes(1); !await AnswersAsync(http); await Task.Delay(200))
            Assert.True(DateTime.UtcNow < end, "Jupyter's server does not answer.");
    }

    public async Task DisposeAsync()
    {
        if (server is null)
            return;
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        server.Dispose();
    }

    [NightlyFact(ExternalTool.Jupyter, ExternalTool.JupyterNotebook, ExternalTool.Chromium)]
    public async Task A_notebook_opens_with_the_kernel_and_shows_text_tables_html_with_scripts_and_errors()
    {
        WriteNotebook();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        IPage page = await browser.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        await page.GotoAsync($"{address}/notebooks/all.ipynb");
        await page.WaitForFunctionAsync(
            "() => window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook._fully_loaded");

        await page.EvaluateAsync("() => Jupyter.notebook.execute_all_cells()");

        ILocator outputs = page.Locator(".code_cell .output");
        await Assertions.Expect(outputs.Nth(0)).ToContainTextAsync("hello");
        await Assertions.Expect(outputs.Nth(1).Locator("table")).ToContainTextAsync("Item2");
        await Assertions.Expect(outputs.Nth(2).Locator("#made-by-script")).ToContainTextAsync("interactive");
        await Assertions.Expect(outputs.Nth(3).Locator(".ansi-red-fg, .ansi-red-intense-fg").First)
            .ToContainTextAsync("InvalidOperationException");
        Assert.Equal("C# (Unrolled)", (await page.Locator(".kernel_indicator_name").TextContentAsync())!.Trim());
    }

    private void WriteNotebook() => File.WriteAllText(Path.Combine(kernel.NotebookFolder, "all.ipynb"), """
        {"cells": [
          {"cell_type": "code", "execution_count": null, "id": "c1", "metadata": {}, "outputs": [],
           "source": "Console.WriteLine(\"hello\");"},
          {"cell_type": "code", "execution_count": null, "id": "c2", "metadata": {}, "outputs": [],
           "source": "new[] { (1, 2), (3, 4) }"},
          {"cell_type": "code", "execution_count": null, "id": "c3", "metadata": {}, "outputs": [],
           "source": ["HTML(\"<p id='made-by-script'></p>\"\n",
                      "  + \"<script>document.getElementById('made-by-script')\"\n",
                      "  + \".textContent = 'interactive';</script>\")"]},
          {"cell_type": "code", "execution_count": null, "id": "c4", "metadata": {}, "outputs": [],
           "source": "throw new InvalidOperationException(\"on purpose\");"}
        ], "metadata": {"kernelspec": {"display_name": "C# (Unrolled)", "language": "C#", "name": "unrolled-csharp"}},
        "nbformat": 4, "nbformat_minor": 5}
        """);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("api")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
