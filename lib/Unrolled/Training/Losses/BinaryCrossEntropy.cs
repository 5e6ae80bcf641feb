using Unrolled.Layers;

namespace Unrolled.Training.Losses;

/// <summary>
/// The mean of −t ln σ(a) − (1 − t) ln(1 − σ(a)) over all features of all places that count, for a logit a and a target
/// t; written as max(a, 0) − a t + ln(1 + e^(−|a|)), which does not overflow.
/// </summary>
public static class BinaryCrossEntropy
{
    /// <summary>The loss and its gradient (σ(a) − t) / n.</summary>
    /// <param name="logits">a, […, features].</param>
    /// <param name="target">t, from 0 to 1, in the shape of a.</param>
    /// <param name="mask">1 at places that count and 0 elsewhere, in a's shape but for the features; all count if not given.</param>
    /// <param name="reuse">An earlier gradient that may be written over.</param>
    /// <exception cref="ArgumentException">A shape, a target or the mask does not fit.</exception>
    public static LossValue Of(Tensor logits, Tensor target, Tensor? mask = null, Tensor? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(target);
        target.Require(nameof(target), logits.Dimensions);
        int features = logits.Shape[^1];
        double count = Places.Weight(logits, mask) * features;
        Tensor gradient = Tensor.Sized(reuse, logits.Dimensions);
        gradient.Clear();
        double sum = 0;
        for (int i = 0; i < logits.Count; i++)
        {
            if (mask is not null && mask.Values[i / features] == 0)
                continue;
            double a = logits.Values[i];
            double t = target.Values[i] is >= 0 and <= 1
                ? target.Values[i]
                : throw new ArgumentException($"target holds {target.Values[i]}; expected 0 to 1.", nameof(target));
            sum += Math.Max(a, 0) - a * t + Math.Log(1 + Math.Exp(-Math.Abs(a)));
            gradient.Values[i] = (float)((1 / (1 + Math.Exp(-a)) - t) / count);
        }

        return new LossValue(sum / count, gradient);
    }
}
