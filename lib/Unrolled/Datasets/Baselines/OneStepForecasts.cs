namespace Unrolled.Datasets.Baselines;

/// <summary>Each value forecast from the true values before it, as if time had just come there.</summary>
public static class OneStepForecasts
{
    /// <summary>The forecasts of the values from index <paramref name="from"/> to the series' end.</summary>
    /// <param name="forecaster">The method, fitted on values before that index alone.</param>
    /// <param name="series">The whole series, oldest first.</param>
    /// <param name="from">The first index to be forecast.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is too little past before that index, or nothing after it.</exception>
    public static double[] Of(IForecaster forecaster, IReadOnlyList<double> series, int from)
    {
        if (from < forecaster.Order || from >= series.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(from), $"{forecaster.Name} can forecast from index {forecaster.Order} to {series.Count - 1} of this series, not from {from}.");
        }

        double[] values = [.. series];
        return [.. Enumerable.Range(from, values.Length - from).Select(t => forecaster.Next(values.AsSpan(0, t)))];
    }
}
