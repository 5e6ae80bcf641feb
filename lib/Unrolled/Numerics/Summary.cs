namespace Unrolled;

/// <summary>A summary of measurements, such as the scores of several seeds.</summary>
/// <param name="Count">The number n of measurements.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The sample standard deviation √(Σ(x − mean)² / (n − 1)); NaN for a single one.</param>
/// <param name="Median">The middle one in order of size, or the mean of the two middle ones.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
public sealed record Summary(int Count, double Mean, double Deviation, double Median, double Min, double Max)
{
    /// <summary>Summarizes measurements.</summary>
    /// <param name="values">The measurements, at least one.</param>
    /// <exception cref="ArgumentException">There is no measurement.</exception>
    public static Summary Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Order()];
        int count = sorted.Length;
        if (count == 0)
            throw new ArgumentException("There is no measurement; expected at least one.", nameof(values));
        double mean = sorted.Average();
        double squares = sorted.Sum(value => (value - mean) * (value - mean));
        return new Summary(
            count,
            mean,
            Math.Sqrt(squares / (count - 1)),
            count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2,
            sorted[0],
            sorted[^1]);
    }
}
