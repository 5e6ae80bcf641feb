using Unrolled.Layers;

namespace Unrolled.Training.Losses;

/// <summary>The mean of (y − target)² over all features of all places that count.</summary>
public static class MeanSquaredError
{
    /// <summary>The loss and its gradient 2 (y − target) / n.</summary>
    /// <param name="output">y, […, features].</param>
    /// <param name="target">In the shape of y.</param>
    /// <param name="mask">1 at places that count and 0 elsewhere, in y's shape but for the features; all count if not given.</param>
    /// <param name="reuse">An earlier gradient that may be written over.</param>
    /// <exception cref="ArgumentException">A shape or the mask does not fit.</exception>
    public static LossValue Of(Tensor output, Tensor target, Tensor? mask = null, Tensor? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(target);
        target.Require(nameof(target), output.Dimensions);
        int features = output.Shape[^1];
        double count = Places.Weight(output, mask) * features;
        Tensor gradient = Tensor.Sized(reuse, output.Dimensions);
        gradient.Clear();
        double sum = 0;
        for (int i = 0; i < output.Count; i++)
        {
            if (mask is not null && mask.Values[i / features] == 0)
                continue;
            double difference = (double)output.Values[i] - target.Values[i];
            sum += difference * difference;
            gradient.Values[i] = (float)(2 * difference / count);
        }

        return new LossValue(sum / count, gradient);
    }
}
