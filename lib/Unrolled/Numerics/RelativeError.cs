namespace Unrolled;

/// <summary>
/// The relative error of a tensor against a recorded one: max|a − b| / max|b|, one number for the whole tensor; where
/// the recorded one is zero to 12 places, 0 if a is too and infinite if not. A NaN gives an infinite error.
/// </summary>
public static class RelativeError
{
    private const double Zero = 1e-12;

    /// <summary>The error of a tensor.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static double Of(ReadOnlySpan<double> found, ReadOnlySpan<double> recorded)
    {
        if (found.Length != recorded.Length)
            throw new ArgumentException(
                $"{found.Length} values cannot be compared with {recorded.Length}.", nameof(found));

        double difference = 0;
        double size = 0;
        for (int k = 0; k < found.Length; k++)
        {
            double distance = Math.Abs(found[k] - recorded[k]);
            if (double.IsNaN(distance))
                return double.PositiveInfinity;
            difference = Math.Max(difference, distance);
            size = Math.Max(size, Math.Abs(recorded[k]));
        }

        // A recorded tensor of zeros counts as equal to values below 1e-12.
        return size >= Zero ? difference / size : difference < Zero ? 0 : double.PositiveInfinity;
    }

    /// <summary>The largest |a − b| / |b| of a series of losses or norms, step by step.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static double OfEveryStep(ReadOnlySpan<double> found, ReadOnlySpan<double> recorded)
    {
        if (found.Length != recorded.Length)
            throw new ArgumentException(
                $"{found.Length} steps cannot be compared with {recorded.Length}.", nameof(found));

        double worst = 0;
        for (int step = 0; step < found.Length; step++)
            worst = Math.Max(worst, Of(found.Slice(step, 1), recorded.Slice(step, 1)));
        return worst;
    }
}
