namespace Unrolled.Datasets;

/// <summary>One <see cref="Standardizer"/> for each feature of a frame, such as the 12 coefficients of a vowel's frame.</summary>
public sealed class FrameStandardizer
{
    private FrameStandardizer(IReadOnlyList<Standardizer> features) => Features = features;

    /// <summary>The features' standardizers, in the order of the frame.</summary>
    public IReadOnlyList<Standardizer> Features { get; }

    /// <summary>Mean 0 and standard deviation 1 of every feature over all frames of the training part.</summary>
    /// <param name="train">The frames [n][feature].</param>
    /// <exception cref="ArgumentException">There is no frame, frames differ in length, or a feature is constant.</exception>
    public static FrameStandardizer FitMeanAndDeviation(IEnumerable<double[]> train)
    {
        double[][] frames = [.. train];
        if (frames.Length == 0)
            throw new ArgumentException("The training part is empty.", nameof(train));
        int wrong = Array.FindIndex(frames, frame => frame.Length != frames[0].Length);
        if (wrong >= 0)
            throw new ArgumentException($"Frame {wrong} has {frames[wrong].Length} features, frame 0 has {frames[0].Length}.", nameof(train));
        return new FrameStandardizer(
            [.. Enumerable.Range(0, frames[0].Length).Select(k => Standardizer.FitMeanAndDeviation(frames.Select(frame => frame[k])))]);
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
            : throw new ArgumentException($"The frame has {frame.Length} features, expected {Features.Count}.", nameof(frame));
}
