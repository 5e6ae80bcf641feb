namespace Unrolled;

/// <summary>The entries of the diagrams' legends.</summary>
internal static class Legends
{
    private const double Short = 30, Long = 46, BarWidth = 84, BarHeight = 9;
    private const int BarCells = 21;

    public static LegendItem Layer { get; } =
        new("neural network layer", Long, (svg, at) => new LayerBox(at, "σ").Draw(svg));

    public static LegendItem Pointwise { get; } =
        new("pointwise operation", 22, (svg, at) => new PointwiseCircle(at, "×").Draw(svg));

    public static LegendItem Transfer { get; } = new("vector transfer", Short, (svg, at) =>
        new Wire(Beside(at, -Short / 2, 0), Beside(at, Short / 2, 0)).Draw(svg));

    public static LegendItem Concatenate { get; } = new("concatenate", Short, (svg, at) =>
    {
        new Wire(Beside(at, -Short / 2, -5), Beside(at, Short / 2, -5)).Draw(svg);
        new Wire(Beside(at, -8, 10), Beside(at, -8, -5), Beside(at, 6, -5)) { Arrow = false }.Draw(svg);
    });

    public static LegendItem Copy { get; } = new("copy", Short, (svg, at) =>
    {
        new Wire(Beside(at, -Short / 2, 6), Beside(at, Short / 2, 6)).Draw(svg);
        new Wire(Beside(at, -4, 6), Beside(at, -4, -6), Beside(at, Short / 2, -6)) { Forks = true }.Draw(svg);
    });

    public static LegendItem Dashed(string text) => new(text, Short, (svg, at) =>
    {
        var wire = new Wire(Beside(at, -Short / 2, 0), Beside(at, Short / 2, 0));
        (wire with { Colour = Ink.Extra, Dash = Ink.Dashes }).Draw(svg);
    });

    public static LegendItem EachToEach { get; } =
        new("each to each, learned: orange +, blue −, wide is strong", Short, (svg, at) =>
        {
            Place[] from = [Beside(at, -10, 9), Beside(at, 10, 9)], to = [Beside(at, -10, -9), Beside(at, 10, -9)];
            Matrix weights = Matrix.Build.DenseOfArray(new[,] { { 1, -0.5 }, { -0.7, 0.3 } });
            Unrolled.EachToEach.Draw(svg, from, to, weights);
        });

    /// <summary>A bar of the colours from −1 to 1, with the ranges of the quantities that are larger.</summary>
    public static LegendItem Colours(Recording recording)
    {
        IEnumerable<string> larger = recording.Quantities
            .Where(quantity => quantity.Reach > 1).GroupBy(quantity => quantity.Reach, quantity => quantity.Name)
            .Select(names => $"; ±{ValueText.Of(names.Key)} for {string.Join(", ", names)}");
        return Colours($"−1 … 1{string.Concat(larger)}");
    }

    /// <summary>A bar of the colours of values, from the lowest to the highest.</summary>
    public static LegendItem Colours(string text) => new(text, BarWidth, DrawBar);

    /// <summary>An explanation of the chips' numbers and strips; none where there is one unit.</summary>
    public static IEnumerable<LegendItem> Chips(Recording recording) => recording.Units.Count == 1
        ? []
        : [new LegendItem($"strip: {recording.Units}; number: the outlined one", 0, (_, _) => { })];

    private static void DrawBar(SvgWriter svg, Place at)
    {
        double left = at.X - BarWidth / 2, top = at.Y - BarHeight / 2;
        svg.Open("g", ("shape-rendering", "crispEdges"));
        for (int i = 0; i < BarCells; i++)
            svg.Empty("rect",
                ("x", left + i * BarWidth / BarCells), ("y", top),
                ("width", BarWidth / BarCells), ("height", BarHeight),
                ("fill", ValueColour.Of(2.0 * i / (BarCells - 1) - 1, 1).ToString()));
        svg.Close();
        svg.Empty("rect",
            ("x", left), ("y", top), ("width", BarWidth), ("height", BarHeight),
            ("fill", "none"), ("stroke", Ink.Wire), ("stroke-width", 0.8));
    }

    private static Place Beside(Place at, double right, double down) => new(at.X + right, at.Y + down);
}
