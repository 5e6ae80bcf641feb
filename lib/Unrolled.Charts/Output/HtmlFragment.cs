using System.Net;
using System.Text.Json.Nodes;

namespace Unrolled;

/// <summary>The interactive form of a drawing, where scripts run.</summary>
internal abstract record Upgrade
{
    /// <summary>
    /// Data that the script needs beside the canonical data: positions and sizes. They have no part in the digest. Null
    /// where no script runs.
    /// </summary>
    public abstract JsonObject? Layout { get; }

    /// <summary>
    /// The HTML after the picture; <paramref name="plotly"/> returns the scripts of charts, or nothing when the page
    /// has them.
    /// </summary>
    public abstract string Html(DrawingParts parts, Func<string> plotly);
}

/// <summary>A drawing as HTML: the SVG, the layout for its upgrade, and the call of the upgrade.</summary>
internal static class HtmlFragment
{
    private const string Style = "position:relative;background:#fff;max-width:";

    private const string CaptionStyle =
        $"max-width:48em;padding:6px 12px 10px;font:13px/1.5 {Theme.FontFamily};color:{Theme.Ink};text-align:left";

    public static string Write(DrawingParts parts, Func<string> plotly) => parts.Caption is { } caption
        ? $"""
          <figure id="{caption.Anchor}" {Marked(parts)}px;margin:0">
          {Content(parts, plotly)}<figcaption style="{CaptionStyle}">
          <b>{caption.Label}</b> {Escaped(caption.Text)}
          </figcaption>
          </figure>
          """
        : $"""
          <div {Marked(parts)}px">
          {Content(parts, plotly)}</div>
          """;

    /// <summary>A complete page, which loads nothing.</summary>
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

    private static string Marked(DrawingParts parts) =>
        $"class=\"unrolled-figure\" data-figure=\"{parts.Digest}\"{Layout(parts)} style=\"{Style}{parts.Width}";

    private static string Content(DrawingParts parts, Func<string> plotly) =>
        $"{SvgDocument.Write(parts, marked: false)}\n{parts.Upgrade?.Html(parts, plotly)}";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    // The serializer escapes apostrophes, so that the attribute can have them around its value.
    private static string Layout(DrawingParts parts) =>
        parts.Upgrade?.Layout is { } layout ? $" data-layout='{layout.ToJsonString()}'" : "";
}
