using System.Collections.Immutable;

namespace Unrolled;

/// <summary>Parts from back to front on an area of this size.</summary>
internal sealed record Arrangement(double Width, double Height, ImmutableArray<IPart> Parts)
{
    public void Draw(SvgWriter svg, Moment moment)
    {
        foreach (IPart part in Parts)
            part.Draw(svg, moment);
    }
}
