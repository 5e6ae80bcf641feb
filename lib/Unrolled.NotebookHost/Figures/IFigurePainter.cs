namespace Unrolled.NotebookHost.Figures;

/// <summary>Makes pictures of figures.</summary>
internal interface IFigurePainter
{
    /// <summary>The picture of the figure in an output's HTML.</summary>
    /// <exception cref="BrowserException">It cannot be drawn.</exception>
    Task<Picture> DrawAsync(string html, CancellationToken cancellationToken);
}
