using Unrolled.Charts.Svg;

namespace Unrolled.Charts.Display;

/// <summary>What makes a drawing more than its picture, where scripts run.</summary>
internal abstract record Upgrade
{
    /// <summary>
    /// The HTML behind the picture; <paramref name="plotly"/> gives the scripts of charts, or nothing when the page has
    /// them.
    /// </summary>
    public abstract string Html(DrawingParts parts, Func<string> plotly);
}
