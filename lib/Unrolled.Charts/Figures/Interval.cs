namespace Unrolled;

/// <summary>The numbers from <paramref name="Min"/> to <paramref name="Max"/>, both included.</summary>
internal readonly record struct Interval(double Min, double Max)
{
    public double Length => Max - Min;

    /// <summary>The smallest interval that contains all finite values; null where there are none.</summary>
    public static Interval? Covering(IEnumerable<double> values)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (double value in values.Where(double.IsFinite))
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        return min <= max ? new Interval(min, max) : null;
    }

    public static Interval? Union(Interval? a, Interval? b) =>
        a is { } x && b is { } y ? new Interval(Math.Min(x.Min, y.Min), Math.Max(x.Max, y.Max)) : a ?? b;
}
