namespace Unrolled;

/// <summary>A loss and what it asks of the outputs.</summary>
/// <param name="Value">The mean over all places that count.</param>
/// <param name="Gradient">dL/d output, in the outputs' shape; 0 where a place does not count.</param>
public readonly record struct LossValue(double Value, Tensor Gradient);

/// <summary>
/// The mean of −ln p(class) over all places that count, where p is the softmax of the logits. The largest logit is taken
/// off first, so that nothing overflows.
/// </summary>
public static class BatchCrossEntropy
{
    /// <summary>The loss of [time, batch, classes].</summary>
    /// <param name="logits">[time, batch, classes].</param>
    /// <param name="classes">[time, batch], each from 0; what stands at places that do not count is not looked at.</param>
    /// <param name="mask">[time, batch]: 1 at places that count and 0 elsewhere; all count if not given.</param>
    /// <param name="reuse">An earlier gradient that may be written over.</param>
    /// <exception cref="ArgumentException">A shape, a class or the mask does not fit.</exception>
    public static LossValue Of(Tensor logits, int[,] classes, Tensor? mask = null, Tensor? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(classes);
        if (logits.Shape.Count != 3 || logits.Shape[0] != classes.GetLength(0) || logits.Shape[1] != classes.GetLength(1))
        {
            throw new ArgumentException(
                $"classes has shape [{classes.GetLength(0)}, {classes.GetLength(1)}]; expected that of {logits} without the last dimension.",
                nameof(classes));
        }

        return Of(logits, [.. classes.Cast<int>()], mask);
    }

    /// <summary>The loss and its gradient (softmax − one-hot) / n.</summary>
    /// <param name="logits">[…, classes].</param>
    /// <param name="classes">One for each place, from 0; what stands at places that do not count is not looked at.</param>
    /// <param name="mask">1 at places that count and 0 elsewhere, in the logits' shape but for the classes; all count if not given.</param>
    /// <param name="reuse">An earlier gradient that may be written over.</param>
    /// <exception cref="ArgumentException">A shape, a class or the mask does not fit.</exception>
    public static LossValue Of(Tensor logits, IReadOnlyList<int> classes, Tensor? mask = null, Tensor? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(classes);
        int places = Positions.Count(logits);
        if (classes.Count != places)
            throw new ArgumentException($"classes has {classes.Count} numbers; expected {places}, one for each place of {logits}.", nameof(classes));
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
                throw new ArgumentException($"classes[{place}] is {classes[place]}; expected 0 to {size - 1}.", nameof(classes));
            sum += AddPlace(
                logits.Values.AsSpan(place * size, size), classes[place], count, gradient.Values.AsSpan(place * size, size));
        }

        return new LossValue(sum / count, gradient);
    }

    private static double AddPlace(ReadOnlySpan<float> logits, int right, double count, Span<float> gradient)
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
/// The mean of −t ln σ(a) − (1 − t) ln(1 − σ(a)) over all features of all places that count, for a logit a and a target
/// t; written as max(a, 0) − a t + ln(1 + e^(−|a|)), which does not overflow.
/// </summary>
public static class BatchBinaryCrossEntropy
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
        double count = Positions.Weight(logits, mask) * features;
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

/// <summary>The mean of (y − target)² over all features of all places that count.</summary>
public static class BatchMeanSquaredError
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
        double count = Positions.Weight(output, mask) * features;
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
                $"output has shape {Tensor.Format([.. output.Shape])}; expected […, features] with at least one value.", nameof(output));
        }

        return output.Count / output.Dimensions[^1];
    }

    /// <summary>The sum of the mask: how many places count.</summary>
    internal static double Weight(Tensor output, Tensor? mask)
    {
        if (mask is null)
            return Count(output);
        mask.Require(nameof(mask), output.Dimensions[..^1]);
        double weight = 0;
        foreach (float one in mask.Values)
            weight += one is 0 or 1 ? one : throw new ArgumentException($"mask holds {one}; expected only 0 and 1.", nameof(mask));
        return weight > 0 ? weight : throw new ArgumentException("mask is 0 everywhere; expected at least one place that counts.", nameof(mask));
    }
}

/// <summary>Says which places count in a loss: 1 where they do, 0 where they do not.</summary>
public static class Mask
{
    /// <summary>The steps that belong to each sequence, [time, batch].</summary>
    /// <param name="lengths">Each sequence's length.</param>
    /// <param name="time">The steps of the batch.</param>
    /// <exception cref="ArgumentException">A length is not 1 to the steps of the batch.</exception>
    public static Tensor OfLengths(IReadOnlyList<int> lengths, int time)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        Tensor mask = new(time, lengths.Count);
        for (int b = 0; b < lengths.Count; b++)
        {
            if (lengths[b] < 1 || lengths[b] > time)
                throw new ArgumentException($"lengths[{b}] is {lengths[b]}; expected 1 to {time}.", nameof(lengths));
            for (int t = 0; t < lengths[b]; t++)
                mask[t, b] = 1;
        }

        return mask;
    }
}
