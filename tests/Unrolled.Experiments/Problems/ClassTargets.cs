using Unrolled.Layers;
using Unrolled.Training.Losses;

namespace Unrolled.Experiments.Problems;

/// <summary>Classes, by cross-entropy.</summary>
/// <param name="Classes">One for each place of the outputs, [batch] or [time · batch].</param>
/// <param name="Mask">[time, batch]: which places count; all of them if null.</param>
internal sealed record ClassTargets(int[] Classes, Tensor? Mask = null) : Targets
{
    internal override LossValue Loss(Tensor output) => CrossEntropy.Of(output, Classes, Mask);

    /// <summary>The share of the places that count at which the largest logit is that of the class.</summary>
    internal double Accuracy(Tensor output)
    {
        int size = output.Shape[^1];
        int[] asked = [.. Enumerable.Range(0, Classes.Length).Where(place => Mask is null || Mask.Values[place] == 1)];
        return asked.Count(place => Largest(output.Values.AsSpan(place * size, size)) == Classes[place]) / (double)asked.Length;
    }

    private static int Largest(ReadOnlySpan<float> logits)
    {
        int largest = 0;
        for (int k = 1; k < logits.Length; k++)
            largest = logits[k] > logits[largest] ? k : largest;
        return largest;
    }
}
