namespace Unrolled;

/// <summary>The name of a quantity as in equations, such as h with the subscript t−1.</summary>
internal readonly record struct MathName(string Base, string Subscript = "")
{
    private const double SubscriptShare = 0.72, Drop = 0.22;

    public double Width(double size) =>
        TextMetrics.Width(Base, size) + TextMetrics.Width(Subscript, size * SubscriptShare);

    /// <summary>Writes the name with the left end of its baseline at a place.</summary>
    public void Draw(SvgWriter svg, Place at, double size, string fill, string? ink = null)
    {
        svg.Open("text", ("x", at.X), ("y", at.Y), ("font-size", size), ("fill", fill), ("data-ink", ink));
        svg.Content(Base);
        if (Subscript.Length > 0)
            svg.Text("tspan", Subscript, ("font-size", size * SubscriptShare), ("dy", size * Drop));
        svg.Close();
    }

    /// <summary>The name in one line of text: h(t−1).</summary>
    public override string ToString() => Subscript.Length == 0 ? Base : $"{Base}({Subscript})";
}
