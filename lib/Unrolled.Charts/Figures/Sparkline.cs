namespace Unrolled;

/// <summary>A row of characters whose heights follow values.</summary>
internal static class Sparkline
{
    private const string Levels = "▁▂▃▄▅▆▇█";
    private const int Width = 48;

    /// <summary>At most 48 characters; each shows the mean of its values, a space that there are none.</summary>
    public static string Of(IReadOnlyList<double> values, Interval range, bool logarithmic = false)
    {
        int width = Math.Min(Width, values.Count);
        return string.Concat(Enumerable.Range(0, width)
            .Select(column => Level(Mean(values, column, width), range, logarithmic)));
    }

    public static char Level(double value, Interval range, bool logarithmic = false)
    {
        if (double.IsNaN(value))
            return ' ';
        double share = logarithmic
            ? Math.Log(value / range.Min) / Math.Log(range.Max / range.Min)
            : (value - range.Min) / range.Length;
        return double.IsNaN(share) ? Levels[3] : Levels[(int)Math.Clamp(share * Levels.Length, 0, Levels.Length - 1)];
    }

    private static double Mean(IReadOnlyList<double> values, int column, int width)
    {
        int start = (int)((long)column * values.Count / width);
        int end = (int)((long)(column + 1) * values.Count / width);
        return Enumerable.Range(start, end - start).Select(index => values[index])
            .Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
    }
}
