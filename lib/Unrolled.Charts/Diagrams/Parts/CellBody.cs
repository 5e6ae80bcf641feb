namespace Unrolled;

/// <summary>The ground behind all parts of a cell.</summary>
internal sealed record CellBody(Rect Area) : StillPart
{
    private const double Radius = 12;

    public override void Draw(SvgWriter svg) => svg.Empty("rect",
        ("x", Area.Left), ("y", Area.Top), ("width", Area.Width), ("height", Area.Height), ("rx", Radius),
        ("fill", Ink.Body), ("stroke", Ink.BodyEdge));
}
