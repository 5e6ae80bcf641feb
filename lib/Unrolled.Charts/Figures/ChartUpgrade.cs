using Unrolled.Charts.Svg;

namespace Unrolled.Charts.Display;

/// <summary>The chart becomes one of plotly.js.</summary>
internal sealed record ChartUpgrade : Upgrade
{
    public override string Html(DrawingParts parts, Func<string> plotly) =>
        $"{plotly()}<script>(window.unrolledFigures=window.unrolledFigures||[]).push(\"{parts.Digest}\")</script>\n";
}
