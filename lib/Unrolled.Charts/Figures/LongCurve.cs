namespace Unrolled;

/// <summary>
/// The canonical data of a line or band. Of a long one they hold, of every column, the first point, the lowest, the
/// highest, the last and the first gap, as <see cref="PixelColumns"/> draws it, and the digest of all its points, so
/// that a difference in any point is one in the figure's digest.
/// </summary>
internal static class LongCurve
{
    private const int MostPoints = 10_000, Columns = 2_000;

    /// <summary>Writes the positions and the values of each edge.</summary>
    public static void Write(
        CanonicalWriter writer, double[] x, bool logarithmic, params (string Name, double[] Values)[] edges)
    {
        if (x.Length <= MostPoints || !RunsRight(x))
        {
            WriteAll(writer, x, edges);
            return;
        }

        int[] kept = Kept(x, logarithmic, [.. edges.Select(edge => edge.Values)]);
        writer.Numbers("x", kept.Select(index => x[index]));
        foreach ((string name, double[] values) in edges)
            writer.Numbers(name, kept.Select(index => values[index]));
        using var all = new CanonicalWriter("points");
        WriteAll(all, x, edges);
        writer.Text("digestOfAll", CanonicalWriter.Digest(all.Finish()));
    }

    private static void WriteAll(CanonicalWriter writer, double[] x, (string Name, double[] Values)[] edges)
    {
        writer.Positions("x", x);
        foreach ((string name, double[] values) in edges)
            writer.Numbers(name, values);
    }

    private static bool RunsRight(double[] x) =>
        x.All(double.IsFinite) && x.Zip(x.Skip(1), (left, right) => left <= right).All(inOrder => inOrder);

    // By the numbers as they are written: the last bits, in which machines differ, choose no point.
    private static int[] Kept(double[] x, bool logarithmic, double[][] edges)
    {
        double[] places = [.. x.Select(CanonicalNumber.Rounded).Select(at => logarithmic ? Exponent(at) : at)];
        double[][] heights = [.. edges.Select(values => values.Select(CanonicalNumber.Rounded).ToArray())];
        double width = (places[^1] - places[0]) / Columns;
        SortedSet<int> kept = [];
        for (int start = 0, end; start < x.Length; start = end)
        {
            double column = Math.Floor((places[start] - places[0]) / width);
            end = start + 1;
            while (end < x.Length && Math.Floor((places[end] - places[0]) / width) == column)
                end++;
            kept.Add(start);
            kept.Add(end - 1);
            foreach (double[] values in heights)
                KeepExtremes(values, start, end, kept);
        }

        return [.. kept];
    }

    private static void KeepExtremes(double[] values, int start, int end, SortedSet<int> kept)
    {
        int? low = null, high = null, gap = null;
        for (int i = start; i < end; i++)
            if (double.IsNaN(values[i]))
                gap ??= i;
            else
            {
                low = low is { } lowest && values[lowest] <= values[i] ? low : i;
                high = high is { } highest && values[highest] >= values[i] ? high : i;
            }

        foreach (int? index in (int?[])[low, high, gap])
            if (index is { } found)
                kept.Add(found);
    }

    // The binary logarithm, with a straight line between two powers of two: exact, and so the same on every machine.
    private static double Exponent(double value)
    {
        int power = Math.ILogB(value);
        return power + Math.ScaleB(value, -power) - 1;
    }
}
