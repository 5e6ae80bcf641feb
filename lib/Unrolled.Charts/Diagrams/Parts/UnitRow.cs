using System.Collections.Immutable;
using Unrolled.Charts.Svg;
using Unrolled.Charts.Views.Recordings;

namespace Unrolled.Charts.Views.Parts;

/// <summary>The units of a layer side by side, around a middle.</summary>
internal sealed record UnitRow(Quantity Quantity, Place Middle) : IPart
{
    private const double Narrowest = 15, Widest = 56, Room = 300, Share = 0.4, LargestRadius = 15;

    public static double Pitch(int units) => Math.Clamp(Room / units, Narrowest, Widest);

    public static double Width(int units) => units * Pitch(units);

    public double Radius => Math.Min(LargestRadius, Pitch(Quantity.Elements) * Share);

    public ImmutableArray<Place> Places => [.. Enumerable.Range(0, Quantity.Elements).Select(unit =>
        Middle with { X = Middle.X + (unit - (Quantity.Elements - 1) / 2.0) * Pitch(Quantity.Elements) })];

    public double Left => Middle.X - Width(Quantity.Elements) / 2;

    public void Draw(SvgWriter svg, Moment moment)
    {
        foreach ((int unit, Place place) in Places.Index())
            new UnitCircle(Quantity, unit, place, Radius).Draw(svg, moment);
    }
}
