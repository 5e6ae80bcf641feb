using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The legend of a bidirectional diagram.</summary>
internal static class BidirectionalLegend
{
    private const double Arrow = 30, Square = 6, Pitch = 8, Crossing = 24;

    public static ImmutableArray<LegendItem> Of(BidirectionalModel model) =>
    [
        Direction(backward: false, "forward network"), Direction(backward: true, "backward network"),
        .. model.Layers.Length > 1 ? [Crossed] : Array.Empty<LegendItem>(),
        Squares([0, 0, 1, 2, 2], "inputs behind a state: past, present, future"),
        Legends.Colours($"value of unit {model.Unit}, {Range(model.Reach)}"),
    ];

    private static string Range(double reach) => $"−{ValueText.Plain(reach)} … {ValueText.Plain(reach)}";

    private static LegendItem Direction(bool backward, string text) => new(text, Arrow, (svg, at) =>
    {
        Place left = at with { X = at.X - Arrow / 2 }, right = at with { X = at.X + Arrow / 2 };
        Wire wire = backward ? new Wire(right, left) : new Wire(left, right);
        (wire with { Colour = DirectionInk.Edge(backward) }).Draw(svg);
    });

    private static LegendItem Crossed { get; } = new("reads the other direction", Crossing, (svg, at) =>
    {
        foreach (bool backward in new[] { false, true })
        {
            double aside = (backward ? 1 : -1) * Crossing / 2;
            var wire = new Wire(new(at.X + aside, at.Y + 9), new(at.X - aside, at.Y - 9))
            {
                Colour = DirectionInk.Edge(backward),
                Thickness = 2.2,
            };
            wire.Draw(svg);
        }
    });

    // Sides: 0 for the past, 1 for the present, 2 for the future.
    private static LegendItem Squares(int[] sides, string text) => new(text, sides.Length * Pitch - 2, (svg, at) =>
    {
        foreach ((int place, int side) in sides.Index())
            StateNode.Square(
                svg, new Rect(at.X - (sides.Length * Pitch - 2) / 2 + place * Pitch, at.Y - Square / 2, Square, Square),
                DirectionInk.Input(side, step: 1));
    });
}
