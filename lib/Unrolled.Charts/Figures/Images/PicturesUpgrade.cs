using System.Text.Json.Nodes;

namespace Unrolled;

/// <summary>
/// The form of a row of images for a narrow page, in several rows; a style, without a script, chooses between the two.
/// </summary>
/// <param name="Narrow">The narrow form as a drawing of its own.</param>
internal sealed record PicturesUpgrade(DrawingParts Narrow) : Upgrade
{
    private const string Style =
        "@media screen and (max-width:600px){[data-figure]:has(>.unrolled-images-narrow)>svg{display:none}}"
        + "@media print,(min-width:600.02px){.unrolled-images-narrow{display:none}}";

    public override JsonObject? Layout => null;

    public override string Html(DrawingParts parts, Func<string> plotly) =>
        $"""
        <style>{Style}</style>
        <div class="unrolled-images-narrow" role="img" aria-label="{Named(parts)}">
        {SvgDocument.Write(Narrow, marked: false, bare: true)}
        </div>

        """;

    private static string Named(DrawingParts parts) =>
        System.Net.WebUtility.HtmlEncode(SafeText.Clean($"{parts.Title}. {parts.Description}"));
}
