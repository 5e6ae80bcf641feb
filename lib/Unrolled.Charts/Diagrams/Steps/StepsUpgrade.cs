using System.Text.Json.Nodes;

namespace Unrolled;

/// <summary>
/// The upgrade of frames to one frame with a slider over all steps. The frame is in a template; its values come from
/// the canonical data, and Web/steps.js writes them into the elements with data attributes.
/// </summary>
/// <param name="Frame">The one frame as a drawing of its own.</param>
/// <param name="Plays">Whether it runs through the steps by itself.</param>
internal sealed record StepsUpgrade(DrawingParts Frame, bool Plays) : Upgrade
{
    public override JsonObject Layout
    {
        get
        {
            JsonObject layout = new()
            {
                ["frameWidth"] = Frame.Width,
                ["colours"] = new JsonArray(
                    [.. ColourMap.Of(ColourScale.BlueOrange).Stops.Select(stop => (JsonNode)stop)]),
            };
            if (Plays)
                layout["plays"] = true;
            return layout;
        }
    }

    public override string Html(DrawingParts parts, Func<string> plotly) =>
        $"""
        <template>
        {SvgDocument.Write(Frame, marked: false, bare: true)}
        </template>
        {SharedScripts.Steps()}<script>(window.unrolledSteps=window.unrolledSteps||[]).push("{parts.Digest}")</script>

        """;
}
