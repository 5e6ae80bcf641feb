namespace Unrolled;

/// <summary>A method that forecasts the next value of a series from its past.</summary>
public interface IForecaster
{
    /// <summary>The method's usual name.</summary>
    string Name { get; }

    /// <summary>The number of past values that the method needs.</summary>
    int Order { get; }

    /// <summary>The forecast of the value that follows the past.</summary>
    /// <param name="past">The values known, oldest first; at least <see cref="Order"/> of them.</param>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    double Next(ReadOnlySpan<double> past);
}

/// <summary>Checks of a forecaster's arguments.</summary>
internal static class ForecastCheck
{
    internal static void RequirePast(this IForecaster forecaster, ReadOnlySpan<double> past)
    {
        if (past.Length < forecaster.Order)
        {
            throw new ArgumentException(
                $"past has {past.Length} values; {forecaster.Name} needs at least {forecaster.Order}.", nameof(past));
        }
    }
}

/// <summary>The forecast of each value from the true values before it.</summary>
public static class OneStepForecasts
{
    /// <summary>The forecasts of the values from index <paramref name="from"/> to the series' end.</summary>
    /// <param name="forecaster">The method, fitted on values before that index alone.</param>
    /// <param name="series">The whole series, oldest first.</param>
    /// <param name="from">The first index to be forecast.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is too little past before that index, or nothing after it.
    /// </exception>
    public static double[] Of(IForecaster forecaster, IReadOnlyList<double> series, int from)
    {
        if (from < forecaster.Order || from >= series.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(from),
                $"{forecaster.Name} can forecast from index {forecaster.Order} to {series.Count - 1} of this series, "
                + $"not from {from}.");
        }

        double[] values = [.. series];
        return [.. Enumerable.Range(from, values.Length - from).Select(t => forecaster.Next(values.AsSpan(0, t)))];
    }

    /// <summary>√(Σ(x̂ − x)² / n) of the forecasts of <see cref="Of"/>, in the variable's unit.</summary>
    /// <inheritdoc cref="Of"/>
    public static double RootMeanSquare(IForecaster forecaster, IReadOnlyList<double> series, int from) =>
        ForecastError.RootMeanSquare(Of(forecaster, series, from), [.. series.Skip(from)]);
}

/// <summary>Errors of forecasts against the actual values.</summary>
public static class ForecastError
{
    /// <summary>√(Σ(x̂ − x)² / n), in the variable's unit.</summary>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    public static double RootMeanSquare(IReadOnlyList<double> forecasts, IReadOnlyList<double> actual) =>
        Math.Sqrt(Errors(forecasts, actual).Average(error => error * error));

    private static IEnumerable<double> Errors(IReadOnlyList<double> forecasts, IReadOnlyList<double> actual) =>
        forecasts.Count == actual.Count && actual.Count > 0
            ? forecasts.Zip(actual, (forecast, value) => forecast - value)
            : throw new ArgumentException(
                $"{forecasts.Count} forecasts cannot be compared with {actual.Count} values.", nameof(forecasts));
}
