using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>A picture from a chapter for the map of the book: the first SVG or image that its cells show.</summary>
internal static partial class ChapterPicture
{
    /// <summary>The picture's path within the book; null for a chapter without one.</summary>
    public static string? Of(Chapter chapter, Edition edition) => chapter.Document.Cells
        .Where(cell => cell.Kind == CellKind.Code)
        .SelectMany(cell => cell.Outputs)
        .Select(output => Add(output!["data"] as JsonObject, edition))
        .FirstOrDefault(path => path is not null);

    private static string? Add(JsonObject? data, Edition edition)
    {
        if (data is null)
            return null;
        string html = MultilineText.Join(data["text/html"] ?? data["image/svg+xml"]);
        if (Svg().Match(html) is { Success: true } svg)
            return edition.AddAsset("picture.svg", Encoding.UTF8.GetBytes(Metadata().Replace(svg.Value, "")));
        return MimeContent.Bytes("image/png", data["image/png"]) is { Length: > 0 } png
            ? edition.AddAsset("picture.png", png)
            : null;
    }

    [GeneratedRegex("""<svg\b[^>]*\sxmlns="http://www\.w3\.org/2000/svg".*?</svg>""", RegexOptions.Singleline)]
    private static partial Regex Svg();

    // Data and texts for readers of the page itself.
    [GeneratedRegex("<(?<name>metadata|desc)\\b.*?</\\k<name>>", RegexOptions.Singleline)]
    private static partial Regex Metadata();
}
