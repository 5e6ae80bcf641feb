namespace Unrolled;

/// <summary>The colour scale of a heat map, at the right of the plot.</summary>
internal static class ColourBar
{
    private const double Gap = 14, Thickness = 12, TickGap = 6;

    public static double Width(HeatMapSeries map) =>
        Gap + Thickness + TickGap + Ticks(map).Max(tick => TextMetrics.Width(tick.Label, Theme.TickSize))
        + (map.Label is null ? 0 : Theme.LabelSize + 8);

    public static void Draw(SvgWriter svg, HeatMapSeries map, Rect plot, string id)
    {
        var bar = new Rect(plot.Right + Gap, plot.Top, Thickness, plot.Height);
        DrawColours(svg, ColourMap.Of(map.Scale), bar, id);
        foreach (Tick tick in Ticks(map))
        {
            double middle = bar.Bottom - map.Share(tick.Value) * bar.Height;
            svg.Label(
                tick.Label, bar.Right + TickGap, middle + Theme.TickSize * 0.36, Theme.TickSize, fill: Theme.Muted);
        }

        if (map.Label is not null)
            svg.Label(map.Label, bar.Left + Width(map) - Gap - 1, bar.CentreY, Theme.LabelSize, "middle", turn: -90);
    }

    private static void DrawColours(SvgWriter svg, ColourMap colours, Rect bar, string id)
    {
        string[] stops = [.. colours.Stops];
        svg.Open("linearGradient", ("id", id), ("x1", 0.0), ("y1", 1.0), ("x2", 0.0), ("y2", 0.0));
        foreach ((int index, string colour) in stops.Index())
        {
            double percent = 100.0 * index / (stops.Length - 1);
            svg.Empty("stop", ("offset", $"{SvgWriter.Number(percent)}%"), ("stop-color", colour));
        }

        svg.Close();
        svg.Empty("rect",
            ("x", bar.Left), ("y", bar.Top), ("width", bar.Width), ("height", bar.Height), ("fill", $"url(#{id})"));
    }

    private static IReadOnlyList<Tick> Ticks(HeatMapSeries map)
    {
        if (map.Range.Length <= 0)
            return [new Tick(map.Range.Min, NumberText.Short(map.Range.Min))];
        TickSteps steps = LinearTicks.Within(map.Range.Min, map.Range.Max, 5);
        return [.. steps.Values.Zip(TickLabels.Of(steps), (value, label) => new Tick(value, label))];
    }
}
