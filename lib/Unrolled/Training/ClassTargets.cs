
namespace Unrolled;

/// <summary>Classes, by cross-entropy.</summary>
/// <param name="Classes">One for each place of the outputs, [batch] or [time · batch], from 0.</param>
/// <param name="Mask">[time, batch]: 1 at places that count and 0 elsewhere; all of them count if null.</param>
public sealed record ClassTargets(int[] Classes, Tensor? Mask = null) : Targets
{
    /// <inheritdoc/>
    public override LossValue Loss(Tensor output, Tensor? reuse = null) => BatchCrossEntropy.Of(output, Classes, Mask, reuse);

    /// <summary>The share of the places that count at which the largest logit is that of the class.</summary>
    /// <param name="output">The logits, […, classes].</param>
    /// <exception cref="ArgumentException">The outputs do not have the targets' places, or none counts.</exception>
    public double Accuracy(Tensor output)
    {
        int[] asked = [.. Enumerable.Range(0, RequirePlaces(output)).Where(Counts)];
        return asked.Length > 0
            ? asked.Count(place => IsRight(output, place)) / (double)asked.Length
            : throw new ArgumentException("No place counts; expected at least one.", nameof(output));
    }

    /// <summary>The share of the sequences that are right at every place that counts.</summary>
    /// <inheritdoc cref="Accuracy"/>
    public double ExactMatch(Tensor output)
    {
        RequirePlaces(output);
        int[][] asked = [.. CountedPlaces(output).Where(places => places.Length > 0)];
        return asked.Length > 0
            ? asked.Count(places => places.All(place => IsRight(output, place))) / (double)asked.Length
            : throw new ArgumentException("No place counts; expected at least one.", nameof(output));
    }

    /// <summary>The classes of the largest logits at the places that count, [sequence][place], in order of time.</summary>
    /// <param name="output">The logits, [batch, classes] or [time, batch, classes].</param>
    /// <exception cref="ArgumentException">The outputs do not have the targets' places.</exception>
    public int[][] Answers(Tensor output)
    {
        RequirePlaces(output);
        return [.. CountedPlaces(output).Select(places => places.Select(place => Answer(output, place)).ToArray())];
    }

    /// <summary>One class for every step of sequences of any lengths, [sequence][time].</summary>
    internal static ClassTargets Of(IReadOnlyList<int[]> classes) =>
        Of(classes.Count, classes.Max(sequence => sequence.Length), b => Enumerable.Range(0, classes[b].Length), (t, b) => classes[b][t]);

    internal static ClassTargets Of(IReadOnlyList<ClassExample> examples, OutputAt outputAt) => outputAt == OutputAt.LastStep
        ? new ClassTargets([.. examples.Select(example => example.Targets[^1])])
        : Of(examples.Count, examples.Max(example => example.Length), b => examples[b].AskedSteps, (t, b) => examples[b].Targets[t]);

    private static ClassTargets Of(int batch, int time, Func<int, IEnumerable<int>> asked, Func<int, int, int> classAt)
    {
        Tensor mask = new(time, batch);
        int[] classes = new int[mask.Count];
        Array.Fill(classes, ClassExample.NoClass);
        for (int b = 0; b < batch; b++)
        {
            foreach (int t in asked(b))
            {
                classes[t * batch + b] = classAt(t, b);
                mask[t, b] = 1;
            }
        }

        return new ClassTargets(classes, mask);
    }

    private int RequirePlaces(Tensor output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Count == Classes.Length * output.Shape[^1]
            ? Classes.Length
            : throw new ArgumentException($"output is {output}; expected {Classes.Length} places.", nameof(output));
    }

    // A sequence's places lie one batch apart.
    private IEnumerable<int[]> CountedPlaces(Tensor output)
    {
        int batch = output.Shape[^2];
        return Enumerable.Range(0, batch).Select(
            b => Enumerable.Range(0, Classes.Length / batch).Select(t => t * batch + b).Where(Counts).ToArray());
    }

    private bool Counts(int place) => Mask is null || Mask.Values[place] == 1;

    private bool IsRight(Tensor output, int place) => Answer(output, place) == Classes[place];

    private static int Answer(Tensor output, int place) =>
        ArgMax.IndexOf(output.Values.AsSpan(place * output.Shape[^1], output.Shape[^1]));
}
