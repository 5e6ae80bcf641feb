using Unrolled.Charts.Svg;
using Unrolled.Charts.Views.Parts;
using Unrolled.Charts.Views.Recordings;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Unrolled.Charts.Views.Stepping;

/// <summary>The entries that legends of the views are made of.</summary>
internal static class Legends
{
    private const double Short = 30, Long = 46, BarWidth = 84, BarHeight = 9;
    private const int BarCells = 21;

    public static LegendItem Layer { get; } = new("neural network layer", Long, (svg, at) => new LayerBox(at, "σ").Draw(svg));

    public static LegendItem Pointwise { get; } = new("pointwise operation", 22, (svg, at) => new PointwiseCircle(at, "×").Draw(svg));

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
        new Wire(Beside(at, -Short / 2, 0), Beside(at, Short / 2, 0)) { Colour = Ink.Extra, Dash = Ink.Dashes }.Draw(svg));

    public static LegendItem EachToEach { get; } = new("each to each, learned: orange +, blue −, wide is strong", Short, (svg, at) =>
    {
        Place[] from = [Beside(at, -10, 9), Beside(at, 10, 9)], to = [Beside(at, -10, -9), Beside(at, 10, -9)];
        Parts.EachToEach.Draw(svg, from, to, Matrix.Build.DenseOfArray(new[,] { { 1, -0.5 }, { -0.7, 0.3 } }));
    });

    /// <summary>A bar from −1 to 1, and which quantities need more than that.</summary>
    public static LegendItem Colours(Recording recording)
    {
        IEnumerable<string> larger = recording.Quantities.Where(quantity => quantity.Reach > 1).GroupBy(quantity => quantity.Reach)
            .Select(group => $"; ±{ValueText.Of(group.Key)} for {string.Join(", ", group.Select(quantity => quantity.Name))}");
        return new LegendItem($"−1 … 1{string.Concat(larger)}", BarWidth, DrawBar);
    }

    /// <summary>What the numbers and strips of chips are; nothing where there is one unit.</summary>
    public static IEnumerable<LegendItem> Chips(Recording recording) => recording.Units.Count == 1
        ? []
        : [new LegendItem($"strip: {recording.Units}; number: the outlined one", 0, (_, _) => { })];

    private static void DrawBar(SvgWriter svg, Place at)
    {
        svg.Open("g", ("shape-rendering", "crispEdges"));
        for (int i = 0; i < BarCells; i++)
            svg.Empty("rect",
                ("x", at.X - BarWidth / 2 + i * BarWidth / BarCells), ("y", at.Y - BarHeight / 2), ("width", BarWidth / BarCells), ("height", BarHeight),
                ("fill", ValueColour.Of(2.0 * i / (BarCells - 1) - 1, 1).ToString()));
        svg.Close();
        svg.Empty("rect",
            ("x", at.X - BarWidth / 2), ("y", at.Y - BarHeight / 2), ("width", BarWidth), ("height", BarHeight),
            ("fill", "none"), ("stroke", Ink.Wire), ("stroke-width", 0.8));
    }

    private static Place Beside(Place at, double right, double down) => new(at.X + right, at.Y + down);
}
