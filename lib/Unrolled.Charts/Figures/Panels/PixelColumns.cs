namespace Unrolled;

/// <summary>
/// A long line with fewer points and the same look: of all points in one pixel column the first, the lowest, the
/// highest and the last remain (Jugel et al., "M4: a visualization-oriented time series data aggregation", 2014).
/// </summary>
internal static class PixelColumns
{
    /// <summary>The points to draw; all of them unless they are many and in order from left to right.</summary>
    public static IReadOnlyList<Place> Thin(IReadOnlyList<Place> points, double width)
    {
        if (points.Count <= 4 * width || !RunsRight(points))
            return points;
        var kept = new List<Place>();
        for (int start = 0, end; start < points.Count; start = end)
        {
            end = start + 1;
            while (end < points.Count && Math.Floor(points[end].X) == Math.Floor(points[start].X))
                end++;
            KeepColumn(points, start, end, kept);
        }

        return kept;
    }

    private static void KeepColumn(IReadOnlyList<Place> points, int start, int end, List<Place> kept)
    {
        int low = start, high = start;
        for (int i = start; i < end; i++)
        {
            if (points[i].Y < points[low].Y)
                low = i;
            if (points[i].Y > points[high].Y)
                high = i;
        }

        foreach (int index in new SortedSet<int> { start, low, high, end - 1 })
            kept.Add(points[index]);
    }

    private static bool RunsRight(IReadOnlyList<Place> points)
    {
        for (int i = 1; i < points.Count; i++)
            if (points[i].X < points[i - 1].X)
                return false;
        return true;
    }
}
