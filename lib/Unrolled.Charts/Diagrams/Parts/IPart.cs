using Unrolled.Charts.Svg;
using Unrolled.Charts.Views.Recordings;

namespace Unrolled.Charts.Views.Parts;

/// <summary>A shape of a diagram, which draws itself as it is at a moment.</summary>
internal interface IPart
{
    void Draw(SvgWriter svg, Moment moment);
}
