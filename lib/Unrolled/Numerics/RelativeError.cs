namespace Unrolled;

/// <summary>
/// How far a tensor is from the recorded one: max|a − b| / max|b|, one number for the whole tensor; where the recorded
/// one is zero to 12 places, 0 if a is too and infinite if not. A value that is not a number is infinitely far.
/// </summary>
public static class RelativeError
{
    private const double Zero = 1e-12;

    /// <summary>The error of a tensor.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static double Of(ReadOnlySpan<double> found, ReadOnlySpan<double> recorded)
    {
        if (found.Length != recorded.Length)
            throw new ArgumentException($"{found.Length} values cannot be compared with {recorded.Length}.", nameof(found));

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

        // A tensor that is zero is met by anything below 1e-12 and missed by anything above.
        return size >= Zero ? difference / size : difference < Zero ? 0 : double.PositiveInfinity;
    }

    /// <summary>The largest |a − b| / |b| of a series of losses or norms, each step for itself.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static double OfEveryStep(ReadOnlySpan<double> found, ReadOnlySpan<double> recorded)
    {
        if (found.Length != recorded.Length)
            throw new ArgumentException($"{found.Length} steps cannot be compared with {recorded.Length}.", nameof(found));

        double worst = 0;
        for (int step = 0; step < found.Length; step++)
            worst = Math.Max(worst, Of(found.Slice(step, 1), recorded.Slice(step, 1)));
        return worst;
    }
}
