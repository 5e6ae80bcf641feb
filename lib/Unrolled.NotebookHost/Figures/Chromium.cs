using System.ComponentModel;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Figures;

/// <summary>A browser without a window, without a network and without scripts, that draws parts of pages.</summary>
internal sealed partial class Chromium : IAsyncDisposable
{
    // As wide as a notebook's column on a large screen; wider figures shrink as they do there.
    private const int PageWidth = 1000, PageHeight = 800, Density = 2;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60), CallLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(3);

    // What is drawn comes from code that ran with the same rights, so the sandbox, which many containers cannot give,
    // would protect nothing. No host name is resolved.
    private static readonly string[] Arguments =
    [
        "--headless", "--remote-debugging-port=0", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-extensions", "--disable-sync", "--no-first-run",
        "--no-default-browser-check",
        "--hide-scrollbars", "--disable-lcd-text", "--force-color-profile=srgb", "--font-render-hinting=none",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private DevToolsConnection? connection;
    private string session = "", frame = "";

    private Chromium(Process process, DirectoryInfo profile) => (this.process, this.profile) = (process, profile);

    /// <summary>Starts the browser.</summary>
    /// <exception cref="BrowserException">It did not start.</exception>
    public static async Task<Chromium> StartAsync(string executable, CancellationToken cancellationToken)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("unrolled-chromium-");
        ProcessStartInfo start = new(executable, [.. Arguments, $"--user-data-dir={profile.FullName}", "about:blank"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Chromium browser = new(Start(start, profile), profile);
        try
        {
            await browser.ConnectAsync(cancellationToken);
            return browser;
        }
        catch (Exception exception)
        {
            await browser.DisposeAsync();
            throw exception is WebSocketException
                ? new BrowserException($"{executable}: {exception.Message}", exception)
                : exception;
        }
    }

    /// <summary>Draws the first element of some HTML that a selector matches.</summary>
    /// <param name="html">The content of a page's body; its scripts do not run, and it loads nothing.</param>
    /// <param name="selector">A CSS selector.</param>
    /// <param name="cancellationToken">Gives up; the browser is then of no further use.</param>
    /// <exception cref="BrowserException">There is no such element, or the browser has gone.</exception>
    public async Task<Picture> DrawAsync(string html, string selector, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(
                "Page.setDocumentContent", new() { ["frameId"] = frame, ["html"] = Page(html) }, cancellationToken);
            return await CaptureAsync(await BoxAsync(selector, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException)
        {
            throw new BrowserException($"the browser has gone: {exception.Message}", exception);
        }
    }

    /// <summary>Ends the browser and removes what it wrote.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        connection?.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        RemoveProfile();
    }

    private static Process Start(ProcessStartInfo start, DirectoryInfo profile)
    {
        try
        {
            return ProcessStart.Alone(start);
        }
        catch (Win32Exception exception)
        {
            profile.Delete();
            throw new BrowserException($"{start.FileName} did not start: {exception.Message}", exception);
        }
    }

    // The policy stops scripts and every request; the picture is inside the HTML.
    private static string Page(string html) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
        </head>
        <body style="margin:0;background:#fff">{html}</body>
        </html>
        """;

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        connection = await DevToolsConnection.OpenAsync(await AddressAsync(cancellationToken), cancellationToken);
        JsonObject page = await CallAsync("Target.createTarget", new() { ["url"] = "about:blank" }, cancellationToken);
        JsonObject attached = await CallAsync(
            "Target.attachToTarget",
            new() { ["targetId"] = page.TextAt("targetId"), ["flatten"] = true },
            cancellationToken);
        session = attached.TextAt("sessionId")!;
        frame = (await CallAsync("Page.getFrameTree", [], cancellationToken)).TextAt("frameTree", "frame", "id")!;
        await CallAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = PageWidth,
            ["height"] = PageHeight,
            ["deviceScaleFactor"] = Density,
            ["mobile"] = false,
        }, cancellationToken);
    }

    // The browser prints where it listens; everything else that it prints is for its developers.
    private async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                address.TrySetException(new BrowserException($"{process.StartInfo.FileName} ended before it listened"));
            else if (Listening().Match(line.Data) is { Success: true } match)
                address.TrySetResult(new Uri(match.Groups[1].Value));
        };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            return await address.Task.WaitAsync(StartLimit, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new BrowserException(
                $"{process.StartInfo.FileName} did not listen within {StartLimit.TotalSeconds:0} s");
        }
    }

    // The corners of the element's border, clockwise from the upper left.
    private async Task<double[]> BoxAsync(string selector, CancellationToken cancellationToken)
    {
        JsonObject document = await CallAsync("DOM.getDocument", new() { ["depth"] = 0 }, cancellationToken);
        JsonObject found = await CallAsync(
            "DOM.querySelector",
            new() { ["nodeId"] = document.NodeAt("root", "nodeId")!.DeepClone(), ["selector"] = selector },
            cancellationToken);
        if (found["nodeId"]!.GetValue<int>() is 0)
            throw new BrowserException($"the page has no element {selector}");
        JsonObject box = await CallAsync(
            "DOM.getBoxModel", new() { ["nodeId"] = found["nodeId"]!.DeepClone() }, cancellationToken);
        return [.. box.NodeAt("model", "border")!.AsArray().Select(coordinate => coordinate!.GetValue<double>())];
    }

    private async Task<Picture> CaptureAsync(double[] corners, CancellationToken cancellationToken)
    {
        double left = Math.Floor(corners[0]), top = Math.Floor(corners[1]);
        int width = (int)Math.Ceiling(corners[4] - left), height = (int)Math.Ceiling(corners[5] - top);
        JsonObject captured = await CallAsync("Page.captureScreenshot", new()
        {
            ["format"] = "png",
            ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject
            {
                ["x"] = left,
                ["y"] = top,
                ["width"] = width,
                ["height"] = height,
                ["scale"] = 1,
            },
        }, cancellationToken);
        return new Picture(Convert.FromBase64String(captured.TextAt("data")!), width, height);
    }

    private async Task<JsonObject> CallAsync(string method, JsonObject parameters, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(CallLimit);
        try
        {
            return await connection!.CallAsync(method, parameters, session.Length > 0 ? session : null, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BrowserException($"the browser did not answer {method} within {CallLimit.TotalSeconds:0} s");
        }
    }

    private async Task CloseAsync()
    {
        if (connection is null)
            return;
        using CancellationTokenSource patience = new(EndGrace);
        try
        {
            await connection.CallAsync("Browser.close", [], null, patience.Token);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or WebSocketException or BrowserException)
        {
            // It has gone already, or is ended now.
        }
    }

    // Helpers of the browser may write for a moment after it.
    private void RemoveProfile()
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The system empties its temporary folder.
        }
    }

    [GeneratedRegex(@"^DevTools listening on (ws://\S+)")]
    private static partial Regex Listening();
}

/// <summary>A part of a page as an image.</summary>
/// <param name="Png">The file's bytes, with two pixels for each of the page's in either direction.</param>
/// <param name="Width">In the page's pixels.</param>
/// <param name="Height">In the page's pixels.</param>
internal sealed record Picture(byte[] Png, int Width, int Height);

/// <summary>An error of the browser, or no browser at all; the message names the reason.</summary>
internal sealed class BrowserException(string message, Exception? innerException = null)
    : Exception(message, innerException);
