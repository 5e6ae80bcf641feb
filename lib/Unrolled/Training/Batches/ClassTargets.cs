using Unrolled.Layers;
using Unrolled.Tasks.Foundations;
using Unrolled.Training.Losses;

namespace Unrolled.Training.Batches;

/// <summary>Classes, by cross-entropy.</summary>
/// <param name="Classes">One for each place of the outputs, [batch] or [time · batch], from 0.</param>
/// <param name="Mask">[time, batch]: 1 at places that count and 0 elsewhere; all of them count if null.</param>
public sealed record ClassTargets(int[] Classes, Tensor? Mask = null) : Targets
{
    /// <inheritdoc/>
    public override LossValue Loss(Tensor output, Tensor? reuse = null) => CrossEntropy.Of(output, Classes, Mask, reuse);

    /// <summary>The share of the places that count at which the largest logit is that of the class.</summary>
    /// <param name="output">The logits, […, classes].</param>
    /// <exception cref="ArgumentException">The outputs do not have the targets' places, or none counts.</exception>
    public double Accuracy(Tensor output)
    {
        ArgumentNullException.ThrowIfNull(output);
        int size = output.Shape[^1];
        if (output.Count != Classes.Length * size)
            throw new ArgumentException($"output is {output}; expected {Classes.Length} places.", nameof(output));
        int[] asked = [.. Enumerable.Range(0, Classes.Length).Where(place => Mask is null || Mask.Values[place] == 1)];
        return asked.Length > 0
            ? asked.Count(place => Largest(output.Values.AsSpan(place * size, size)) == Classes[place]) / (double)asked.Length
            : throw new ArgumentException("No place counts; expected at least one.", nameof(output));
    }

    internal static ClassTargets Of(IReadOnlyList<ClassExample> examples, ReadAt readAt)
    {
        if (readAt == ReadAt.LastStep)
            return new ClassTargets([.. examples.Select(example => example.Targets[^1])]);
        Tensor mask = new(examples.Max(example => example.Length), examples.Count);
        int[] classes = new int[mask.Count];
        Array.Fill(classes, ClassExample.NoClass);
        for (int b = 0; b < examples.Count; b++)
        {
            foreach (int t in examples[b].AskedSteps)
            {
                classes[t * examples.Count + b] = examples[b].Targets[t];
                mask[t, b] = 1;
            }
        }

        return new ClassTargets(classes, mask);
    }

    private static int Largest(ReadOnlySpan<float> logits)
    {
        int largest = 0;
        for (int k = 1; k < logits.Length; k++)
            largest = logits[k] > logits[largest] ? k : largest;
        return largest;
    }
}
