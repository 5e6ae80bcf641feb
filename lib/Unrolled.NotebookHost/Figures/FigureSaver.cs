using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Figures;

/// <summary>
/// Brings a run notebook's outputs into the form in which they are committed: each figure as an image, which every
/// front end shows, with the text that came with it. A figure whose data have not changed keeps its image byte for
/// byte.
/// </summary>
/// <param name="painter">Draws new figures.</param>
/// <param name="redraw">Whether to draw unchanged figures again too.</param>
internal sealed class FigureSaver(IFigurePainter painter, bool redraw)
{
    private const string Html = "text/html", PlainText = "text/plain";

    /// <summary>Replaces the figures among the outputs of some cells.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="before">The figures of the saved notebook.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <exception cref="BrowserException">A figure cannot be drawn.</exception>
    public async Task SaveAsync(
        IEnumerable<NotebookCell> cells, SavedFigures before, CancellationToken cancellationToken)
    {
        foreach (JsonObject output in cells.SelectMany(cell => cell.Outputs).OfType<JsonObject>())
            if (FigureMark.OfLive(output) is { } digest)
                await SaveAsync(output, digest, before, cancellationToken);
    }

    private async Task SaveAsync(
        JsonObject output, string digest, SavedFigures before, CancellationToken cancellationToken)
    {
        string html = MultilineText.Join(output.NodeAt("data", Html));
        (JsonNode png, JsonNode? size) =
            redraw || before.Find(digest) is not { } saved ? await DrawAsync(html, cancellationToken) : saved;
        JsonObject data = new() { ["image/png"] = png };
        // A value that has only HTML has that HTML as its text, too.
        if (MultilineText.Join(output.NodeAt("data", PlainText)) is { Length: > 0 } text && text != html)
            data[PlainText] = MultilineText.ToLines(text);
        output["data"] = data;
        output["metadata"] = FigureMark.Metadata(digest, size);
    }

    private async Task<(JsonNode Png, JsonNode? Size)> DrawAsync(string html, CancellationToken cancellationToken)
    {
        Picture picture = await painter.DrawAsync(html, cancellationToken);
        JsonObject size = new() { ["width"] = picture.Width, ["height"] = picture.Height };
        return (Convert.ToBase64String(picture.Png), size);
    }
}
