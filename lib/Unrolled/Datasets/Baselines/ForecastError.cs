namespace Unrolled.Datasets.Baselines;

/// <summary>How far forecasts are from what came.</summary>
public static class ForecastError
{
    /// <summary>√(Σ(x̂ − x)² / n), in the variable's unit.</summary>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    public static double RootMeanSquare(IReadOnlyList<double> forecasts, IReadOnlyList<double> actual) =>
        Math.Sqrt(Errors(forecasts, actual).Average(error => error * error));

    /// <summary>Σ|x̂ − x| / n, in the variable's unit.</summary>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    public static double MeanAbsolute(IReadOnlyList<double> forecasts, IReadOnlyList<double> actual) =>
        Errors(forecasts, actual).Average(Math.Abs);

    private static IEnumerable<double> Errors(IReadOnlyList<double> forecasts, IReadOnlyList<double> actual) =>
        forecasts.Count == actual.Count && actual.Count > 0
            ? forecasts.Zip(actual, (forecast, value) => forecast - value)
            : throw new ArgumentException($"{forecasts.Count} forecasts cannot be compared with {actual.Count} values.", nameof(forecasts));
}
