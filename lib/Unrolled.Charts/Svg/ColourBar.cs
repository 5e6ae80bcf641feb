using Unrolled.Charts.Colours;
using Unrolled.Charts.Model;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Svg;

/// <summary>The key of a heat map, at the right of the plot.</summary>
internal static class ColourBar
{
    private const double Gap = 14, Thickness = 12, TickGap = 6;
    private const int Slices = 64;

    public static double Width(HeatMapSeries map) =>
        Gap + Thickness + TickGap + Ticks(map).Max(tick => TextMetrics.Width(tick.Label, Theme.TickSize))
        + (map.Label is null ? 0 : Theme.LabelSize + 8);

    public static void Draw(SvgWriter svg, HeatMapSeries map, Rect plot)
    {
        var bar = new Rect(plot.Right + Gap, plot.Top, Thickness, plot.Height);
        svg.Open("g", ("class", "colour-bar"), ("shape-rendering", "crispEdges"));
        for (int slice = 0; slice < Slices; slice++)
        {
            double top = bar.Top + bar.Height * slice / Slices, bottom = bar.Top + bar.Height * (slice + 1) / Slices;
            string colour = ColourMap.Of(map.Scale).At(1 - (slice + 0.5) / Slices).ToString();
            svg.Empty("rect", ("x", bar.Left), ("y", top), ("width", bar.Width), ("height", bottom - top), ("fill", colour));
        }

        svg.Close();
        foreach (Tick tick in Ticks(map))
            svg.Label(
                tick.Label, bar.Right + TickGap, bar.Bottom - map.Share(tick.Value) * bar.Height + Theme.TickSize * 0.36,
                Theme.TickSize, fill: Theme.Muted);
        if (map.Label is not null)
            svg.Label(map.Label, bar.Left + Width(map) - Gap - 1, bar.CentreY, Theme.LabelSize, "middle", turn: -90);
    }

    private static IReadOnlyList<Tick> Ticks(HeatMapSeries map)
    {
        if (map.Range.Length <= 0)
            return [new Tick(map.Range.Min, NumberText.Short(map.Range.Min))];
        TickSteps steps = LinearTicks.Within(map.Range.Min, map.Range.Max, 5);
        return [.. steps.Values.Zip(TickLabels.Of(steps), (value, label) => new Tick(value, label))];
    }
}
