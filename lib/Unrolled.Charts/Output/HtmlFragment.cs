using System.Net;
using Unrolled.Charts.Svg;

namespace Unrolled.Charts.Display;

/// <summary>A drawing as HTML: the SVG at once, and what asks for its upgrade.</summary>
internal static class HtmlFragment
{
    public static string Write(DrawingParts parts, Func<string> plotly) =>
        $"""
        <div class="unrolled-figure" data-figure="{parts.Digest}" style="position:relative;max-width:{parts.Width}px;background:#fff">
        {SvgDocument.Write(parts, marked: false)}
        {parts.Upgrade?.Html(parts, plotly)}</div>
        """;

    /// <summary>A page of its own, with all that it needs.</summary>
    public static string Page(DrawingParts parts) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{WebUtility.HtmlEncode(parts.Title)}</title>
        </head>
        <body>
        {Write(parts, SharedScripts.All)}
        </body>
        </html>

        """;
}
