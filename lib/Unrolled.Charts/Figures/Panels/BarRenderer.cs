using Unrolled.Charts.Model;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Svg;

/// <summary>Draws bars with their whiskers and values.</summary>
internal static class BarRenderer
{
    public static void Draw(SvgWriter svg, BarSeries bars, IEnumerable<Rect> slots, Frame frame)
    {
        foreach ((int category, Rect slot) in slots.Index().Where(item => !double.IsNaN(bars.Values[item.Index])))
        {
            svg.Empty("rect", ("x", slot.Left), ("y", slot.Top), ("width", slot.Width), ("height", slot.Height), ("fill", bars.Colour));
            double value = bars.Values[category], error = bars.Errors?[category] ?? 0;
            if (error > 0)
                DrawWhisker(svg, slot, frame.Top(value - error), frame.Top(value + error));
            if (bars.ShowValues)
                DrawValue(svg, value, slot, value < 0 ? frame.Top(value - error) : frame.Top(value + error));
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
        double size = Math.Min(Theme.NoteSize, Theme.NoteSize * (slot.Width + 8) / TextMetrics.Width(text, Theme.NoteSize));
        if (size >= 7)
            svg.Label(text, slot.CentreX, value < 0 ? end + size + 2 : end - 4, size, "middle", Theme.Ink);
    }
}
