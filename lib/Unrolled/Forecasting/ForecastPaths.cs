using MathNet.Numerics.Statistics;

namespace Unrolled;

/// <summary>
/// Possible futures of a series, drawn from several methods that were fitted independently of each other, such as
/// networks from several seeds (an ensemble): each path is one method's forecasts, and to each an error is added that
/// was made on a part of the series that no method was fitted on. A path reads its own values, so that its errors add
/// up as the true ones do (the bootstrap of residuals; Hyndman and Athanasopoulos 2021, Forecasting: Principles and
/// Practice, section 5.5).
/// </summary>
public static class ForecastPaths
{
    /// <summary>Draws paths, [path][step]; the methods take turns.</summary>
    /// <param name="members">The methods, at least one.</param>
    /// <param name="errors">
    /// The errors xₜ − x̂ₜ to draw from, in the variable's unit; none to see the spread of the methods alone.
    /// </param>
    /// <param name="past">The values known, oldest first; at least as many as each method needs.</param>
    /// <param name="steps">The number of values to forecast, at least 1.</param>
    /// <param name="count">The number of paths, at least 1.</param>
    /// <param name="random">The source of the errors.</param>
    /// <exception cref="ArgumentException">
    /// There is no method, the past is too short, or an error is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static double[][] Draw(
        IReadOnlyList<IForecaster> members,
        IReadOnlyList<double> errors,
        IReadOnlyList<double> past,
        int steps,
        int count,
        Random random)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (members.Count == 0)
            throw new ArgumentException("members is empty; expected at least one method.", nameof(members));
        if (members.FirstOrDefault(member => past.Count < member.Order) is { } longer)
        {
            throw new ArgumentException(
                $"past has {past.Count} values; {longer.Name} needs {longer.Order}.", nameof(past));
        }

        for (int i = 0; i < errors.Count; i++)
        {
            if (!double.IsFinite(errors[i]))
                throw new ArgumentException($"errors[{i}] is {errors[i]}; expected a finite number.", nameof(errors));
        }

        return [.. Enumerable.Range(0, count).Select(
            path => Path(members[path % members.Count], errors, past, steps, random))];
    }

    /// <summary>The interval at every step that leaves out as many paths above as below.</summary>
    /// <param name="paths">The paths [path][step], at least one, equally long.</param>
    /// <param name="coverage">The share of the paths that is to lie between the ends, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There is no path, or they differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is not between 0 and 1.</exception>
    public static ForecastInterval[] Intervals(IReadOnlyList<double[]> paths, double coverage)
    {
        ForecastScore.RequireCoverage(coverage, nameof(coverage));
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
            throw new ArgumentException("paths is empty; expected at least one.", nameof(paths));
        for (int i = 0; i < paths.Count; i++)
        {
            if (paths[i].Length != paths[0].Length)
            {
                throw new ArgumentException(
                    $"paths[{i}] has {paths[i].Length} steps; expected {paths[0].Length}, as the first has.",
                    nameof(paths));
            }
        }

        double outside = (1 - coverage) / 2;
        return [.. Enumerable.Range(0, paths[0].Length).Select(step =>
        {
            double[] values = [.. paths.Select(path => path[step])];
            return new ForecastInterval(values.Quantile(outside), values.Quantile(1 - outside));
        })];
    }

    private static double[] Path(
        IForecaster member, IReadOnlyList<double> errors, IReadOnlyList<double> past, int steps, Random random)
    {
        double[] values = [.. past, .. new double[steps]];
        for (int t = past.Count; t < values.Length; t++)
        {
            double error = errors.Count == 0 ? 0 : errors[random.Next(errors.Count)];
            values[t] = member.Next(values.AsSpan(0, t)) + error;
        }

        return values[past.Count..];
    }
}
