namespace Unrolled;

/// <summary>A neural network layer: the product with its weights, its bias, and the named activation.</summary>
internal sealed record LayerBox(Place Centre, string Operation) : StillPart
{
    private const double Least = 46, Low = 28, High = 40, Radius = 4, Side = 5, NameLine = 15;

    /// <summary>The name of what the layer computes, above the activation; empty for none.</summary>
    public string Name { get; init; } = "";

    private double Width => Math.Max(Least, TextMetrics.Width(Name, Ink.Large) + 2 * Side);

    private double Height => Name.Length == 0 ? Low : High;

    public Place Top => Centre with { Y = Centre.Y - Height / 2 };

    public Place Bottom => Centre with { Y = Centre.Y + Height / 2 };

    public Place TopAt(double share) => new(Centre.X + (share - 0.5) * Width, Top.Y);

    public override void Draw(SvgWriter svg)
    {
        svg.Empty("rect",
            ("x", Centre.X - Width / 2), ("y", Top.Y), ("width", Width), ("height", Height), ("rx", Radius),
            ("fill", Ink.Layer), ("stroke", Ink.LayerEdge));
        double size = Math.Min(Ink.Operation, (Width - 4) / TextMetrics.Width(Operation, 1));
        if (Name.Length == 0)
        {
            svg.Label(Operation, Centre.X, Centre.Y + size * 0.36, size, "middle");
            return;
        }

        svg.Label(Name, Centre.X, Top.Y + NameLine, Ink.Large, "middle");
        svg.Label(Operation, Centre.X, Bottom.Y - 8, size, "middle");
    }
}
