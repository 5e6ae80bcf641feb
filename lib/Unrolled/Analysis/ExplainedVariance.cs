namespace Unrolled;

/// <summary>The share of a variance that is explained, R² = 1 − SS_residual / SS_total.</summary>
public static class ExplainedVariance
{
    /// <summary>
    /// The share that groups explain, where each value is predicted by the mean of its group: 1 − Σ(x − mean of the
    /// group)² / Σ(x − mean)², from 0 to 1. NaN if all values are equal.
    /// </summary>
    /// <param name="values">The values, each with its group; at least one.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double ByGroup<TGroup>(IEnumerable<(TGroup Group, double Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        (TGroup Group, double Value)[] all = [.. values];
        if (all.Length == 0)
            throw new ArgumentException("There is no value; expected at least one.", nameof(values));
        double within = all.GroupBy(one => one.Group, one => one.Value).Sum(SumOfSquares);
        return 1 - within / SumOfSquares(all.Select(one => one.Value));
    }

    /// <summary>The share that predictions explain; negative if they are worse than the mean.</summary>
    /// <param name="values">The values.</param>
    /// <param name="predictions">A prediction for each value.</param>
    /// <exception cref="ArgumentException">There is no value, or not one prediction for each.</exception>
    public static double ByPrediction(IReadOnlyList<double> values, IReadOnlyList<double> predictions)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(predictions);
        if (values.Count == 0)
            throw new ArgumentException("There is no value; expected at least one.", nameof(values));
        if (predictions.Count != values.Count)
        {
            throw new ArgumentException(
                $"predictions has {predictions.Count} numbers; expected {values.Count}, one for each value.",
                nameof(predictions));
        }

        double residual = values.Zip(predictions, (value, said) => (value - said) * (value - said)).Sum();
        return 1 - residual / SumOfSquares(values);
    }

    private static double SumOfSquares(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return all.Sum(value => (value - mean) * (value - mean));
    }
}
