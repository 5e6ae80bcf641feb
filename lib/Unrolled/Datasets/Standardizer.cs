using MathNet.Numerics.Statistics;

namespace Unrolled;

/// <summary>
/// Brings a variable into a range that networks learn well from, z = (x − shift) / scale, and back. Shift and scale
/// are fitted on the training part alone: a test part's own mean would reveal its future.
/// </summary>
public sealed class Standardizer
{
    // Values that differ by a smaller share of their size differ by nothing but rounding.
    private const double Rounding = 1e-12;

    private Standardizer(double shift, double scale)
    {
        Shift = shift;
        Scale = scale;
    }

    /// <summary>The number that is subtracted, in the variable's unit.</summary>
    public double Shift { get; }

    /// <summary>The divisor, in the variable's unit; never 0.</summary>
    public double Scale { get; }

    /// <summary>Mean 0 and standard deviation 1 on the training part; the deviation is √(Σ(x − mean)² / n).</summary>
    /// <exception cref="ArgumentException">
    /// The part is empty, constant but for rounding, too far apart for a double, or holds a value that is not finite.
    /// </exception>
    public static Standardizer FitMeanAndDeviation(IEnumerable<double> train) =>
        FitMeanAndDeviation(train, "the training part");

    /// <summary>Minimum 0 and maximum 1 on the training part; later values can fall outside.</summary>
    /// <exception cref="ArgumentException">
    /// The part is empty, constant but for rounding, too far apart for a double, or holds a value that is not finite.
    /// </exception>
    public static Standardizer FitRange(IEnumerable<double> train)
    {
        const string part = "the training part";
        double[] values = Finite(train, part);
        double minimum = values.Min();
        return Create(minimum, values.Max() - minimum, values, part);
    }

    internal static Standardizer Of(double shift, double scale) =>
        double.IsFinite(shift) && double.IsFinite(scale) && scale > 0
            ? new Standardizer(shift, scale)
            : throw new ArgumentOutOfRangeException(
                nameof(scale),
                FormattableString.Invariant(
                    $"shift is {shift} and scale {scale}; expected finite numbers, and a scale above 0."));

    internal static Standardizer FitMeanAndDeviation(IEnumerable<double> train, string part)
    {
        double[] values = Finite(train, part);
        return Create(values.Mean(), values.PopulationStandardDeviation(), values, part);
    }

    /// <summary>(x − shift) / scale.</summary>
    public double Transform(double value) => (value - Shift) / Scale;

    /// <summary>(x − shift) / scale of each value.</summary>
    public double[] Transform(IEnumerable<double> values) => [.. values.Select(Transform)];

    /// <summary>z · scale + shift: the inverse, in the variable's unit.</summary>
    public double Inverse(double standardized) => (standardized * Scale) + Shift;

    /// <summary>z · scale + shift of each value.</summary>
    public double[] Inverse(IEnumerable<double> standardized) => [.. standardized.Select(Inverse)];

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"z = (x − {Shift:G6}) / {Scale:G6}");

    private static Standardizer Create(double shift, double scale, double[] values, string part)
    {
        if (!double.IsFinite(scale))
        {
            throw new ArgumentException(
                $"The values of {part} run from {values.Min()} to {values.Max()}: a double cannot hold their scale.",
                "train");
        }

        if (scale <= Rounding * values.Max(Math.Abs))
        {
            throw new ArgumentException(
                $"All {values.Length} values of {part} are {values[0]}, or differ from it by rounding alone: there is "
                + "no scale to fit.",
                "train");
        }

        return new Standardizer(shift, scale);
    }

    private static double[] Finite(IEnumerable<double> train, string part)
    {
        ArgumentNullException.ThrowIfNull(train);
        double[] values = [.. train];
        if (values.Length == 0)
            throw new ArgumentException("The training part is empty.", nameof(train));
        int wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        return wrong < 0
            ? values
            : throw new ArgumentException($"The value at index {wrong} of {part} is {values[wrong]}.", nameof(train));
    }
}

/// <summary>
/// One <see cref="Standardizer"/> for each feature of a frame, such as the 12 coefficients of a vowel's frame.
/// </summary>
public sealed class FrameStandardizer
{
    private FrameStandardizer(IReadOnlyList<Standardizer> features) => Features = features;

    /// <summary>The features' standardizers, in the order of the frame.</summary>
    public IReadOnlyList<Standardizer> Features { get; }

    /// <summary>Mean 0 and standard deviation 1 of every feature over all frames of the training part.</summary>
    /// <param name="train">The frames [n][feature].</param>
    /// <exception cref="ArgumentException">
    /// There is no frame, frames differ in length, or a feature cannot be fitted; the message gives its index.
    /// </exception>
    public static FrameStandardizer FitMeanAndDeviation(IEnumerable<double[]> train)
    {
        double[][] frames = [.. train];
        if (frames.Length == 0)
            throw new ArgumentException("The training part is empty.", nameof(train));
        int wrong = Array.FindIndex(frames, frame => frame.Length != frames[0].Length);
        if (wrong >= 0)
            throw new ArgumentException(
                $"Frame {wrong} has {frames[wrong].Length} features, frame 0 has {frames[0].Length}.", nameof(train));
        return new FrameStandardizer(
            [.. Enumerable.Range(0, frames[0].Length)
                .Select(k => Standardizer.FitMeanAndDeviation(
                    frames.Select(frame => frame[k]), $"feature {k} of the training part"))]);
    }

    /// <summary>The frame, every feature standardized.</summary>
    /// <exception cref="ArgumentException">The frame has another number of features than the fitted ones.</exception>
    public double[] Transform(double[] frame) => [.. Checked(frame).Select((value, k) => Features[k].Transform(value))];

    /// <summary>The frame in its own units again.</summary>
    /// <exception cref="ArgumentException">The frame has another number of features than the fitted ones.</exception>
    public double[] Inverse(double[] frame) => [.. Checked(frame).Select((value, k) => Features[k].Inverse(value))];

    private double[] Checked(double[] frame) =>
        frame.Length == Features.Count
            ? frame
            : throw new ArgumentException(
                $"The frame has {frame.Length} features, expected {Features.Count}.", nameof(frame));
}
