namespace Unrolled;

/// <summary>
/// Forecasts of several steps in a row, from one origin after another (Tashman 2000, Out-of-Sample Tests of Forecasting
/// Accuracy: rolling origin). From its origin on, a method reads its own forecasts in place of the values that are not
/// known yet. With one step they are those of <see cref="OneStepForecasts"/>.
/// </summary>
public static class RollingForecasts
{
    /// <summary>The forecasts of the next values, each from the past and the forecasts before it, [step].</summary>
    /// <param name="forecaster">The method.</param>
    /// <param name="past">The values known, oldest first; at least as many as the method needs.</param>
    /// <param name="steps">The number of values to forecast, at least 1.</param>
    /// <exception cref="ArgumentException">The past is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is not positive.</exception>
    public static double[] Forecast(this IForecaster forecaster, IReadOnlyList<double> past, int steps)
    {
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentNullException.ThrowIfNull(past);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        if (past.Count < forecaster.Order)
        {
            throw new ArgumentException(
                $"past has {past.Count} values; {forecaster.Name} needs {forecaster.Order}.", nameof(past));
        }

        double[] values = [.. past, .. new double[steps]];
        for (int t = past.Count; t < values.Length; t++)
            values[t] = forecaster.Next(values.AsSpan(0, t));
        return values[past.Count..];
    }

    /// <summary>
    /// The forecasts from every origin, [origin][step]: the first origin knows the values before index
    /// <paramref name="from"/>, each further one a value more, and the last is so early that all its steps are in the
    /// series. So [i][k] is the forecast of the value at index from + i + k.
    /// </summary>
    /// <param name="forecaster">The method, fitted on values before that index alone.</param>
    /// <param name="series">The whole series, oldest first.</param>
    /// <param name="from">The first index to be forecast.</param>
    /// <param name="steps">The number of values to forecast from each origin, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number of steps is not positive, there is too little past before that index, or the steps from there do not
    /// fit into the series.
    /// </exception>
    public static double[][] Of(IForecaster forecaster, IReadOnlyList<double> series, int from, int steps)
    {
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        RequireOrigin(series, from, steps, least: forecaster.Order);
        double[] values = [.. series];
        return [.. Enumerable.Range(from, OriginsOf(series, from, steps))
            .Select(origin => forecaster.Forecast(values[..origin], steps))];
    }

    /// <summary>√(Σ(x̂ − x)² / n) of each step, over all origins, in the variable's unit, [step].</summary>
    /// <param name="forecasts">The result of <see cref="Of"/>.</param>
    /// <param name="series">The series that it was given.</param>
    /// <param name="from">The index that it was given.</param>
    /// <exception cref="ArgumentException">
    /// The forecasts are not from as many origins, or not of as many steps from each.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The steps do not fit into the series.</exception>
    public static double[] RootMeanSquare(double[][] forecasts, IReadOnlyList<double> series, int from)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(series);
        int steps = forecasts.Length > 0 ? forecasts[0].Length : 1;
        RequireOrigin(series, from, steps, least: 0);
        int origins = OriginsOf(series, from, steps);
        if (forecasts.Length != origins)
        {
            throw new ArgumentException(
                $"forecasts has {forecasts.Length} origins; expected {origins}, from index {from} on.",
                nameof(forecasts));
        }

        for (int i = 0; i < origins; i++)
        {
            if (forecasts[i].Length != steps)
            {
                throw new ArgumentException(
                    $"forecasts[{i}] has {forecasts[i].Length} steps; expected {steps}, as the first has.",
                    nameof(forecasts));
            }
        }

        return [.. Enumerable.Range(0, steps).Select(k => ForecastError.RootMeanSquare(
            [.. forecasts.Select(ofOrigin => ofOrigin[k])], [.. series.Skip(from + k).Take(origins)]))];
    }

    private static int OriginsOf(IReadOnlyList<double> series, int from, int steps) => series.Count - from - steps + 1;

    private static void RequireOrigin(IReadOnlyList<double> series, int from, int steps, int least)
    {
        if (from < least || from > series.Count - steps)
        {
            throw new ArgumentOutOfRangeException(
                nameof(from),
                from,
                $"from is {from}; expected {least} to {series.Count - steps}, for {steps} steps in "
                + $"{series.Count} values.");
        }
    }
}
