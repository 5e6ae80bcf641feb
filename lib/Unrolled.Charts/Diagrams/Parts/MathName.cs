namespace Unrolled;

/// <summary>The name of a quantity as in equations, such as h with the subscript t−1.</summary>
internal readonly record struct MathName(string Base, string Subscript = "")
{
    // No smaller than a reader can read: 9 pixels where the drawing is shown in its own size.
    private const double SubscriptShare = 0.72, SmallestSubscript = 9, Drop = 0.22;

    public double Width(double size) =>
        TextMetrics.Width(Base, size) + TextMetrics.Width(Subscript, SubscriptSize(size));

    /// <summary>Writes the name with the left end of its baseline at a place.</summary>
    public void Draw(SvgWriter svg, Place at, double size, string fill, string? ink = null)
    {
        svg.Open("text", ("x", at.X), ("y", at.Y), ("font-size", size), ("fill", fill), ("data-ink", ink));
        svg.Content(Base);
        if (Subscript.Length > 0)
            svg.Text("tspan", Subscript, ("font-size", SubscriptSize(size)), ("dy", size * Drop));
        svg.Close();
    }

    private static double SubscriptSize(double size) =>
        Math.Min(size, Math.Max(SmallestSubscript, size * SubscriptShare));

    /// <summary>The name in one line of text: h(t−1).</summary>
    public override string ToString() => Subscript.Length == 0 ? Base : $"{Base}({Subscript})";
}
