namespace Unrolled;

/// <summary>A neural network layer: the product with its weights, its bias, and the named activation.</summary>
internal sealed record LayerBox(Place Centre, string Operation) : StillPart
{
    private const double Width = 46, Height = 28, Radius = 4;

    public Place Top => Centre with { Y = Centre.Y - Height / 2 };

    public Place Bottom => Centre with { Y = Centre.Y + Height / 2 };

    public Place TopAt(double share) => new(Centre.X + (share - 0.5) * Width, Top.Y);

    public override void Draw(SvgWriter svg)
    {
        svg.Empty("rect",
            ("x", Centre.X - Width / 2), ("y", Top.Y), ("width", Width), ("height", Height), ("rx", Radius),
            ("fill", Ink.Layer), ("stroke", Ink.LayerEdge));
        double size = Math.Min(Ink.Operation, (Width - 4) / TextMetrics.Width(Operation, 1));
        svg.Label(Operation, Centre.X, Centre.Y + size * 0.36, size, "middle");
    }
}
