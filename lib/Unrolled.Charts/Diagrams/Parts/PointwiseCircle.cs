namespace Unrolled;

/// <summary>A pointwise operation: a circle, or wider where its name is longer.</summary>
internal sealed record PointwiseCircle(Place Centre, string Operation) : StillPart
{
    private const double Radius = 10.5, Side = 6;

    private double HalfWidth => Math.Max(Radius, TextMetrics.Width(Operation, Size) / 2 + Side);

    private double Size => Operation.Length == 1 ? Ink.Operation + 2 : Ink.Number + 1;

    public Place Top => Centre with { Y = Centre.Y - Radius };

    public Place Bottom => Centre with { Y = Centre.Y + Radius };

    public Place Left => Centre with { X = Centre.X - HalfWidth };

    public Place Right => Centre with { X = Centre.X + HalfWidth };

    public override void Draw(SvgWriter svg)
    {
        svg.Empty("rect",
            ("x", Left.X), ("y", Top.Y), ("width", 2 * HalfWidth), ("height", 2 * Radius), ("rx", Radius),
            ("fill", Ink.Pointwise), ("stroke", Ink.PointwiseEdge));
        svg.Label(Operation, Centre.X, Centre.Y + Size * 0.36, Size, "middle");
    }
}
