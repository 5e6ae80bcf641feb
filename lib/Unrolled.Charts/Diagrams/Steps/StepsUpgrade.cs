using Unrolled.Charts.Colours;
using Unrolled.Charts.Svg;

namespace Unrolled.Charts.Display;

/// <summary>
/// The frames become one, with a slider over all steps. The frame waits in a template; its numbers and colours come
/// from the data that the picture carries.
/// </summary>
/// <param name="Frame">The one frame as a drawing of its own.</param>
internal sealed record StepsUpgrade(DrawingParts Frame) : Upgrade
{
    public override string Html(DrawingParts parts, Func<string> plotly) =>
        $"""
        <template data-colours="{string.Join(' ', ColourMap.Of(ColourScale.BlueOrange).Stops)}">
        {SvgDocument.Write(Frame, marked: false, bare: true)}
        </template>
        {SharedScripts.Steps()}<script>(window.unrolledSteps=window.unrolledSteps||[]).push("{parts.Digest}")</script>

        """;
}
