using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearRegression;

namespace Unrolled;

/// <summary>
/// AR(p), Yule 1927: x̂ₜ = a₀ + a₁xₜ₋₁ + … + aₚxₜ₋ₚ, with the coefficients that make the squared error of the
/// training part's one-step forecasts least (ordinary least squares, by QR).
/// </summary>
public sealed class AutoRegression : IForecaster
{
    private AutoRegression(double intercept, IReadOnlyList<double> coefficients)
    {
        Intercept = intercept;
        Coefficients = coefficients;
    }

    /// <summary>a₀.</summary>
    public double Intercept { get; }

    /// <summary>a₁ … aₚ, the newest value's coefficient first.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <inheritdoc/>
    public string Name => $"AR({Order})";

    /// <inheritdoc/>
    public int Order => Coefficients.Count;

    /// <summary>Fits the coefficients on the training part.</summary>
    /// <param name="train">The training part, oldest first.</param>
    /// <param name="order">p, the number of past values.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The order is below 1, or the part has fewer than 2p + 1 values.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A value is not finite, or the lags are linearly dependent, as those of a constant series or of a straight line
    /// are: then no coefficients are better than all others.
    /// </exception>
    public static AutoRegression Fit(IReadOnlyList<double> train, int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order);
        if (train.Count < (2 * order) + 1)
            throw new ArgumentOutOfRangeException(
                nameof(order), $"AR({order}) needs at least {(2 * order) + 1} values, found {train.Count}.");

        for (int t = 0; t < train.Count; t++)
        {
            if (!double.IsFinite(train[t]))
                throw new ArgumentException($"train[{t}] is {train[t]}; expected a finite number.", nameof(train));
        }

        double[][] lags = [.. Enumerable.Range(order, train.Count - order).Select(Lags)];
        int rank = Matrix<double>.Build.DenseOfRows(lags.Select(row => row.Prepend(1))).Rank();
        if (rank <= order)
        {
            throw new ArgumentException(
                $"The {order} lags of train and a constant are linearly dependent (rank {rank} of {order + 1}): "
                + $"AR({order}) has no single solution; expected a lower order, or a series that varies more.",
                nameof(train));
        }

        double[] solution = MultipleRegression.QR(lags, [.. train.Skip(order)], intercept: true);
        return new AutoRegression(solution[0], solution[1..]);

        double[] Lags(int t) => [.. Enumerable.Range(1, order).Select(lag => train[t - lag])];
    }

    /// <inheritdoc/>
    public double Next(ReadOnlySpan<double> past)
    {
        this.RequirePast(past);
        double forecast = Intercept;
        for (int lag = 1; lag <= Order; lag++)
            forecast += Coefficients[lag - 1] * past[^lag];
        return forecast;
    }
}
