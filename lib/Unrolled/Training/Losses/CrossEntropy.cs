using Unrolled.Layers;

namespace Unrolled.Training.Losses;

/// <summary>
/// The mean of −ln p(class) over all places that count, where p is the softmax of the logits. The largest logit is taken
/// off first, so that nothing overflows.
/// </summary>
public static class CrossEntropy
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
        int places = Places.Count(logits);
        if (classes.Count != places)
            throw new ArgumentException($"classes has {classes.Count} numbers; expected {places}, one for each place of {logits}.", nameof(classes));
        double count = Places.Weight(logits, mask);
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
