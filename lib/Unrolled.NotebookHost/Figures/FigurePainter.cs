namespace Unrolled.NotebookHost.Figures;

/// <summary>Draws figures in a browser that is started for the first of them and serves all.</summary>
internal sealed class FigurePainter : IFigurePainter, IAsyncDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private Chromium? browser;

    public async Task<Picture> DrawAsync(string html, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            browser ??= await StartAsync(cancellationToken);
            Picture drawn = await browser.DrawAsync(html, $"[{FigureMark.Attribute}]", cancellationToken);
            return drawn with { Png = IndexedPng.Compact(drawn.Png) };
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        oneAtATime.Dispose();
    }

    private static Task<Chromium> StartAsync(CancellationToken cancellationToken) =>
        ChromiumExecutable.Find() is { } executable
            ? Chromium.StartAsync(executable, cancellationToken)
            : throw new BrowserException(ChromiumExecutable.WhyMissing());
}

/// <summary>Makes pictures of figures.</summary>
internal interface IFigurePainter
{
    /// <summary>The picture of the figure in an output's HTML.</summary>
    /// <exception cref="BrowserException">It cannot be drawn.</exception>
    Task<Picture> DrawAsync(string html, CancellationToken cancellationToken);
}
