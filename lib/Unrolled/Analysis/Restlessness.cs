namespace Unrolled;

/// <summary>
/// How much a quantity moves from step to step, in its own terms, so that bounded and unbounded ones can be compared.
/// </summary>
/// <param name="Step">The mean |x(t) − x(t−1)| over the standard deviation; large for a restless quantity.</param>
/// <param name="Correlation">The correlation of each value with the next, near 1 for a slow quantity.</param>
public sealed record Restlessness(double Step, double Correlation)
{
    /// <summary>
    /// Measures one quantity, such as a unit of h, over several sequences. Mean and variance are those of all values;
    /// steps lead from value to value within a sequence, never from one sequence into the next.
    /// </summary>
    /// <param name="sequences">
    /// The values of each sequence, [sequence][time]; at least two values in one of them.
    /// </param>
    /// <returns>NaN for both numbers if all values are equal.</returns>
    /// <exception cref="ArgumentException">No sequence has two values.</exception>
    public static Restlessness Of(IEnumerable<double[]> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        double[][] all = [.. sequences];
        (double Now, double Next)[] steps = [.. all.SelectMany(values => values.Zip(values.Skip(1)))];
        if (steps.Length == 0)
            throw new ArgumentException("No sequence has two values; expected at least one step.", nameof(sequences));
        double mean = all.SelectMany(values => values).Average();
        double variance = all.SelectMany(values => values).Average(value => (value - mean) * (value - mean));
        return new Restlessness(
            steps.Average(step => Math.Abs(step.Next - step.Now)) / Math.Sqrt(variance),
            steps.Average(step => (step.Now - mean) * (step.Next - mean)) / variance);
    }
}
