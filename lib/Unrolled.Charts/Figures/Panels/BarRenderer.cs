namespace Unrolled;

/// <summary>
/// The rectangles of one series' bars: around each category, side by side with the bars of the other series.
/// </summary>
internal static class BarSlots
{
    private const double GroupShare = 0.78;

    public static IEnumerable<Rect> Of(BarSeries bars, FigureModel figure, Axes axes)
    {
        BarSeries[] all = [.. figure.Series.OfType<BarSeries>()];
        double width = GroupShare / all.Length;
        double start = -GroupShare / 2 + width * Array.FindIndex(all, other => ReferenceEquals(other, bars));
        double gap = all.Length > 1 ? 1 : 0;
        for (int category = 0; category < bars.Values.Length; category++)
        {
            double value = double.IsNaN(bars.Values[category]) ? 0 : bars.Values[category];
            double left = axes.Left(category + start) + gap, right = axes.Left(category + start + width) - gap;
            double zero = axes.Top(Math.Clamp(0, axes.Y.Min, axes.Y.Max)), end = axes.Top(value);
            yield return new Rect(left, Math.Min(zero, end), right - left, Math.Abs(zero - end));
        }
    }
}

/// <summary>The SVG of bars with their whiskers and values.</summary>
internal static class BarRenderer
{
    public static void Draw(SvgWriter svg, BarSeries bars, IEnumerable<Rect> slots, Axes axes)
    {
        foreach ((int category, Rect slot) in slots.Index().Where(item => !double.IsNaN(bars.Values[item.Index])))
        {
            svg.Empty("rect",
                ("x", slot.Left), ("y", slot.Top), ("width", slot.Width), ("height", slot.Height),
                ("fill", bars.Colour));
            double value = bars.Values[category], error = bars.Errors?[category] ?? 0;
            if (error > 0)
                DrawWhisker(svg, slot, axes.Top(value - error), axes.Top(value + error));
            if (bars.ShowValues)
                DrawValue(svg, value, slot, value < 0 ? axes.Top(value - error) : axes.Top(value + error));
        }
    }

    private static void DrawWhisker(SvgWriter svg, Rect slot, double bottom, double top)
    {
        double cap = Math.Min(5, slot.Width / 4);
        svg.Line(slot.CentreX, bottom, slot.CentreX, top, Theme.Ink, 1.2);
        svg.Line(slot.CentreX - cap, bottom, slot.CentreX + cap, bottom, Theme.Ink, 1.2);
        svg.Line(slot.CentreX - cap, top, slot.CentreX + cap, top, Theme.Ink, 1.2);
    }

    private static void DrawValue(SvgWriter svg, double value, Rect slot, double end)
    {
        string text = NumberText.Short(value, 3);
        double room = (slot.Width + 8) / TextMetrics.Width(text, Theme.NoteSize);
        double size = Math.Min(Theme.NoteSize, Theme.NoteSize * room);
        if (size >= 7)
            svg.Label(text, slot.CentreX, value < 0 ? end + size + 2 : end - 4, size, "middle", Theme.Ink);
    }
}
