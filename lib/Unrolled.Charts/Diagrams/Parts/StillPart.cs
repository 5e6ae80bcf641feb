using Unrolled.Charts.Svg;
using Unrolled.Charts.Views.Recordings;

namespace Unrolled.Charts.Views.Parts;

/// <summary>A shape that is the same at every moment.</summary>
internal abstract record StillPart : IPart
{
    public abstract void Draw(SvgWriter svg);

    public void Draw(SvgWriter svg, Moment moment) => Draw(svg);
}
