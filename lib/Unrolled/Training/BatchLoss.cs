using MathNet.Numerics;

namespace Unrolled;

/// <summary>
/// The losses of a batch's outputs, each the mean over all places that count, with its gradient. A mask holds 1 at
/// places that count and 0 elsewhere, in the outputs' shape without the features; without a mask, all count. Each takes
/// an earlier gradient whose buffer may be overwritten.
/// </summary>
internal static class BatchLoss
{
    /// <summary>
    /// −ln p(class), where p is the softmax of the logits, […, class]; its gradient is (softmax − one-hot) / n. The
    /// largest logit is subtracted first, so that nothing overflows. A class is not read at a place that does not
    /// count.
    /// </summary>
    internal static LossValue CrossEntropy(Tensor logits, int[] classes, Tensor? mask, Tensor? reuse)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(classes);
        int places = Positions.Count(logits);
        if (classes.Length != places)
        {
            throw new ArgumentException(
                $"classes has {classes.Length} numbers; expected {places}, one for each place of {logits}.",
                nameof(classes));
        }

        double count = Positions.Weight(logits, mask);
        int size = logits.Shape[^1];
        Tensor gradient = Tensor.Sized(reuse, logits.Dimensions);
        gradient.Clear();
        double sum = 0;
        for (int place = 0; place < places; place++)
        {
            if (mask is not null && mask.Values[place] == 0)
                continue;
            if ((uint)classes[place] >= (uint)size)
            {
                throw new ArgumentException(
                    $"classes[{place}] is {classes[place]}; expected 0 to {size - 1}.", nameof(classes));
            }

            Span<float> dLogits = gradient.Values.AsSpan(place * size, size);
            sum += CrossEntropy(logits.Values.AsSpan(place * size, size), classes[place], count, dLogits);
        }

        return new LossValue(sum / count, gradient);
    }

    /// <summary>
    /// −t ln σ(a) − (1 − t) ln(1 − σ(a)) for a logit a and a target t from 0 to 1, over all features; its gradient is
    /// (σ(a) − t) / n. Computed as max(a, 0) − a t + ln(1 + e^(−|a|)), which does not overflow.
    /// </summary>
    internal static LossValue BinaryCrossEntropyWithLogits(Tensor logits, Tensor target, Tensor? mask, Tensor? reuse)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(target);
        target.Require(nameof(target), logits.Dimensions);
        double weight = Positions.Weight(logits, mask);
        int features = logits.Shape[^1];
        double count = weight * features;
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
            sum += Math.Max(a, 0) - a * t + SpecialFunctions.Log1p(Math.Exp(-Math.Abs(a)));
            gradient.Values[i] = (float)((1 / (1 + Math.Exp(-a)) - t) / count);
        }

        return new LossValue(sum / count, gradient);
    }

    /// <summary>(y − target)² over all features; its gradient is 2 (y − target) / n.</summary>
    internal static LossValue MeanSquaredError(Tensor output, Tensor target, Tensor? mask, Tensor? reuse)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(target);
        target.Require(nameof(target), output.Dimensions);
        double weight = Positions.Weight(output, mask);
        int features = output.Shape[^1];
        double count = weight * features;
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

    private static double CrossEntropy(ReadOnlySpan<float> logits, int right, double count, Span<float> gradient)
    {
        double largest = double.NegativeInfinity;
        foreach (float logit in logits)
            largest = Math.Max(largest, logit);
        double sum = 0;
        foreach (float logit in logits)
            sum += Math.Exp(logit - largest);
        double logSum = largest + Math.Log(sum);
        for (int k = 0; k < logits.Length; k++)
            gradient[k] = (float)((Math.Exp(logits[k] - logSum) - (k == right ? 1 : 0)) / count);
        return logSum - logits[right];
    }
}

/// <summary>
/// The places of an output, [time, batch] or [batch]: all its dimensions but the last, which holds the features.
/// </summary>
internal static class Positions
{
    internal static int Count(Tensor output)
    {
        if (output.Dimensions.Length < 2 || output.Count == 0)
        {
            throw new ArgumentException(
                $"output has shape {Tensor.Format([.. output.Shape])}; expected […, features] with at least one value.",
                nameof(output));
        }

        return output.Count / output.Dimensions[^1];
    }

    /// <summary>The sum of the mask: the number of places that count.</summary>
    internal static double Weight(Tensor output, Tensor? mask)
    {
        int places = Count(output);
        if (mask is null)
            return places;
        mask.Require(nameof(mask), output.Dimensions[..^1]);
        double weight = 0;
        foreach (float one in mask.Values)
        {
            weight += one is 0 or 1
                ? one
                : throw new ArgumentException($"mask holds {one}; expected only 0 and 1.", nameof(mask));
        }

        return weight > 0
            ? weight
            : throw new ArgumentException(
                "mask is 0 everywhere; expected at least one place that counts.", nameof(mask));
    }
}
