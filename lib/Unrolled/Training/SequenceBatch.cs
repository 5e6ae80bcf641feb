
namespace Unrolled;

/// <summary>Sequences side by side, and what should come out.</summary>
/// <param name="Inputs">[time, batch, input], zeros past the end of a shorter sequence.</param>
/// <param name="Targets">What should come out.</param>
/// <param name="Lengths">Each sequence's length; all steps if not given.</param>
public sealed record SequenceBatch(Tensor Inputs, Targets Targets, IReadOnlyList<int>? Lengths = null)
{
    /// <summary>Drawn examples with classes.</summary>
    /// <param name="examples">At least one.</param>
    /// <param name="outputAt">Where the model reads: at every step, with the examples' masks, or at the last one alone.</param>
    /// <exception cref="ArgumentException">There is no example, or one is not asked at its last step although that is read.</exception>
    public static SequenceBatch Of(IReadOnlyList<ClassExample> examples, OutputAt outputAt) =>
        Of(examples, outputAt, places => ClassTargets.Of(places, outputAt));

    /// <summary>Drawn examples with values.</summary>
    /// <inheritdoc cref="Of(IReadOnlyList{ClassExample}, OutputAt)"/>
    public static SequenceBatch Of(IReadOnlyList<ValueExample> examples, OutputAt outputAt) =>
        Of(examples, outputAt, places => ValueTargets.Of(places, outputAt));

    /// <summary>Sequences with one class each, which is asked at the last step.</summary>
    /// <param name="sequences">At least one, [sequence][time][feature].</param>
    /// <param name="classes">Each sequence's class, from 0.</param>
    /// <exception cref="ArgumentException">There is no sequence, or not one class for each.</exception>
    public static SequenceBatch Of(IReadOnlyList<IReadOnlyList<double[]>> sequences, IReadOnlyList<int> classes)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count != sequences.Count)
            throw new ArgumentException($"classes has {classes.Count} numbers; expected {sequences.Count}, one for each sequence.", nameof(classes));
        return new SequenceBatch(Padding.Inputs(sequences), new ClassTargets([.. classes]), Padding.Lengths(sequences));
    }

    private static SequenceBatch Of<TExample>(IReadOnlyList<TExample> examples, OutputAt outputAt, Func<IReadOnlyList<TExample>, Targets> targets)
        where TExample : TaskExample
    {
        ArgumentNullException.ThrowIfNull(examples);
        for (int b = 0; outputAt == OutputAt.LastStep && b < examples.Count; b++)
        {
            if (!examples[b].Mask[^1])
                throw new ArgumentException($"examples[{b}] is not asked at its last step, the only one that is read.", nameof(examples));
        }

        IReadOnlyList<double[]>[] inputs = [.. examples.Select(example => example.Inputs)];
        return new SequenceBatch(Padding.Inputs(inputs), targets(examples), Padding.Lengths(inputs));
    }
}
