namespace Unrolled;

/// <summary>Counts of values between round edges.</summary>
internal static class Bins
{
    public static (double[] Edges, double[] Counts) Count(double[] values, int bins)
    {
        double min = values.Min(), max = values.Max();
        if (min == max)
            (min, max) = (min - 0.5, max + 0.5);
        double[] edges = [.. LinearTicks.Covering(min, max, Math.Max(bins, 1) + 1).Values];
        var counts = new double[edges.Length - 1];
        foreach (double value in values)
        {
            int at = Array.BinarySearch(edges, value);
            counts[Math.Clamp(at >= 0 ? at : ~at - 1, 0, counts.Length - 1)]++;
        }

        return (edges, counts);
    }
}
