namespace Unrolled;

/// <summary>A vector at one step: its name, and where it has values a strip with the colour of every element.</summary>
internal sealed record VectorNode(Place Centre, MathName Name, string Fill, string Edge) : StillPart
{
    private const double Radius = 6, StripHeight = 8;

    public const double Width = 46, Height = 32;

    /// <summary>The elements; null where the diagram has no values.</summary>
    public double[]? Elements { get; init; }

    /// <summary>The absolute value with the full colour.</summary>
    public double Reach { get; init; } = 1;

    public double NameSize { get; init; } = 12;

    public Place Top => Centre with { Y = Centre.Y - Height / 2 };

    public Place Bottom => Centre with { Y = Centre.Y + Height / 2 };

    public Place Left => Centre with { X = Centre.X - Width / 2 };

    public Place Right => Centre with { X = Centre.X + Width / 2 };

    public override void Draw(SvgWriter svg)
    {
        Rect box = new(Left.X, Top.Y, Width, Height);
        svg.Empty("rect",
            ("x", box.Left), ("y", box.Top), ("width", Width), ("height", Height), ("rx", Radius), ("fill", Fill));
        double middle = Elements is null ? Centre.Y : Centre.Y - StripHeight / 2;
        Name.Draw(svg, new Place(Centre.X - Name.Width(NameSize) / 2, middle + NameSize * 0.33), NameSize, Theme.Ink);
        DrawStrip(svg, new Rect(box.Left + 1, box.Bottom - StripHeight - 1, Width - 2, StripHeight));
        svg.Empty("rect",
            ("x", box.Left), ("y", box.Top), ("width", Width), ("height", Height), ("rx", Radius),
            ("fill", "none"), ("stroke", Edge));
    }

    private void DrawStrip(SvgWriter svg, Rect strip)
    {
        double[] elements = Elements ?? [];
        double cell = strip.Width / elements.Length;
        foreach ((int i, double value) in elements.Index())
            svg.Empty("rect",
                ("x", strip.Left + i * cell), ("y", strip.Top), ("width", cell), ("height", strip.Height),
                ("fill", ValueColour.Of(value, Reach).ToString()));
    }
}
