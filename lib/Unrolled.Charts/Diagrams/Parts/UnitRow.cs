using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The units of a layer side by side, around a middle.</summary>
internal sealed record UnitRow(Quantity Quantity, Place Middle) : IPart
{
    private const double Narrowest = 15, Widest = 56, Room = 300, Share = 0.4, LargestRadius = 18;

    public static double Pitch(int units) => Math.Clamp(Room / units, Narrowest, Widest);

    public static double Width(int units) => units * Pitch(units);

    public double Radius => Math.Min(LargestRadius, Pitch(Quantity.Elements) * Share);

    public ImmutableArray<Place> Places =>
    [
        .. Enumerable.Range(0, Quantity.Elements).Select(unit => Middle with
        {
            X = Middle.X + (unit - (Quantity.Elements - 1) / 2.0) * Pitch(Quantity.Elements),
        }),
    ];

    public double Left => Middle.X - Width(Quantity.Elements) / 2;

    public void Draw(SvgWriter svg, Moment moment)
    {
        foreach ((int unit, Place place) in Places.Index())
            new UnitCircle(Quantity, unit, place, Radius).Draw(svg, moment);
    }
}

/// <summary>One unit of a layer: its activation as a colour, and as a number where there is room.</summary>
internal sealed record UnitCircle(Quantity Quantity, int Element, Place Centre, double Radius) : IPart
{
    private const double LeastWithNumber = 13, SizeShare = 0.52;

    private double Size => SizeShare * Radius;

    public void Draw(SvgWriter svg, Moment moment)
    {
        Rgb colour = moment.Colour(Quantity, Element);
        string live = $"{Quantity.Key}:{Element}";
        svg.Empty("circle",
            ("cx", Centre.X), ("cy", Centre.Y), ("r", Radius), ("fill", colour.ToString()),
            ("stroke", Ink.OutsideEdge), ("data-fill", live));
        if (Radius >= LeastWithNumber)
            svg.Text("text", ValueText.Of(moment.Value(Quantity, Element)),
                ("x", Centre.X), ("y", Centre.Y + Size * 0.36), ("font-size", Size), ("fill", ValueColour.Ink(colour)),
                ("text-anchor", "middle"), ("data-text", live), ("data-ink", live));
    }
}
