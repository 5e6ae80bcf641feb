using Unrolled.Charts.Model;

namespace Unrolled.Charts.Svg;

/// <summary>Where the bars of one series stand: side by side with those of the others around each category.</summary>
internal static class BarSlots
{
    private const double GroupShare = 0.78;

    public static IEnumerable<Rect> Of(BarSeries bars, FigureModel figure, Frame frame)
    {
        BarSeries[] all = [.. figure.Series.OfType<BarSeries>()];
        double width = GroupShare / all.Length, start = -GroupShare / 2 + width * Array.FindIndex(all, other => ReferenceEquals(other, bars));
        double gap = all.Length > 1 ? 1 : 0;
        for (int category = 0; category < bars.Values.Length; category++)
        {
            double value = double.IsNaN(bars.Values[category]) ? 0 : bars.Values[category];
            double left = frame.Left(category + start) + gap, right = frame.Left(category + start + width) - gap;
            double zero = frame.Top(Math.Clamp(0, frame.Y.Min, frame.Y.Max)), end = frame.Top(value);
            yield return new Rect(left, Math.Min(zero, end), right - left, Math.Abs(zero - end));
        }
    }
}
