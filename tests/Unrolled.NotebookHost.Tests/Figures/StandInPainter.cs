using Unrolled.NotebookHost.Figures;

namespace Unrolled.NotebookHost.Tests.Figures;

/// <summary>Counts what it is asked to draw, and draws the count.</summary>
internal sealed class StandInPainter : IFigurePainter
{
    public List<string> Drawn { get; } = [];

    public Task<Picture> DrawAsync(string html, CancellationToken cancellationToken)
    {
        Drawn.Add(html);
        return Task.FromResult(new Picture([(byte)Drawn.Count], Width: 300, Height: 200));
    }
}
