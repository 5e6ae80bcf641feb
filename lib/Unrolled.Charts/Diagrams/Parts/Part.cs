using System.Collections.Immutable;

namespace Unrolled;

/// <summary>A shape of a diagram, which draws itself as it is at a moment.</summary>
internal interface IPart
{
    void Draw(SvgWriter svg, Moment moment);
}

/// <summary>A shape that is the same at every moment.</summary>
internal abstract record StillPart : IPart
{
    public abstract void Draw(SvgWriter svg);

    public void Draw(SvgWriter svg, Moment moment) => Draw(svg);
}

/// <summary>Parts from back to front on an area of this size.</summary>
internal sealed record Arrangement(double Width, double Height, ImmutableArray<IPart> Parts)
{
    public void Draw(SvgWriter svg, Moment moment)
    {
        foreach (IPart part in Parts)
            part.Draw(svg, moment);
    }
}
