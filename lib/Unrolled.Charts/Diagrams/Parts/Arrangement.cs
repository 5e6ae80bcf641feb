using System.Collections.Immutable;
using Unrolled.Charts.Svg;
using Unrolled.Charts.Views.Recordings;

namespace Unrolled.Charts.Views.Parts;

/// <summary>Parts in the order in which they lie on one another, in a frame of this size.</summary>
internal sealed record Diagram(double Width, double Height, ImmutableArray<IPart> Parts)
{
    public void Draw(SvgWriter svg, Moment moment)
    {
        foreach (IPart part in Parts)
            part.Draw(svg, moment);
    }
}
