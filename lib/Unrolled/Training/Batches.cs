namespace Unrolled;

/// <summary>Sequences side by side, as vectors or as symbols, with their targets.</summary>
public sealed record SequenceBatch
{
    /// <summary>A batch of vectors.</summary>
    /// <param name="inputs">[time, batch, input], zeros past the end of a shorter sequence.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="lengths">The length of each sequence; all steps if null.</param>
    public SequenceBatch(Tensor inputs, Targets targets, IReadOnlyList<int>? lengths = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        (Inputs, Targets, Lengths) = (inputs, targets, lengths);
    }

    /// <summary>A batch of symbols.</summary>
    /// <param name="symbols">[time, batch], each from 0; 0 past the end of a shorter sequence.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="lengths">The length of each sequence; all steps if null.</param>
    public SequenceBatch(int[,] symbols, Targets targets, IReadOnlyList<int>? lengths = null)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(targets);
        (Symbols, Targets, Lengths) = (symbols, targets, lengths);
    }

    /// <summary>The vectors, [time, batch, input]; null if the batch holds symbols.</summary>
    public Tensor? Inputs { get; }

    /// <summary>The symbols, [time, batch]; null if the batch holds vectors.</summary>
    public int[,]? Symbols { get; }

    /// <summary>The targets.</summary>
    public Targets Targets { get; }

    /// <summary>The length of each sequence; null if all have all steps.</summary>
    public IReadOnlyList<int>? Lengths { get; }

    /// <summary>A batch of examples, all with classes or all with values.</summary>
    /// <param name="examples">At least one.</param>
    /// <param name="outputAt">
    /// Where the model's output is read: at every step, with the examples' masks, or at the last step alone.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no example, some have classes and some values, or only the last step is read and an example has no
    /// target there.
    /// </exception>
    public static SequenceBatch Of(IReadOnlyList<TaskExample> examples, OutputAt outputAt)
    {
        ArgumentNullException.ThrowIfNull(examples);
        for (int b = 0; outputAt == OutputAt.LastStep && b < examples.Count; b++)
        {
            if (!examples[b].Mask[^1])
            {
                throw new ArgumentException(
                    $"examples[{b}] has no target at its last step, the only one that is read.", nameof(examples));
            }
        }

        IReadOnlyList<double[]>[] inputs = [.. examples.Select(example => example.Inputs)];
        return new SequenceBatch(Padding.Inputs(inputs), TargetsOf(examples, outputAt), Padding.Lengths(inputs));
    }

    /// <summary>A batch of sequences with one class each, for a model that is read at the last step.</summary>
    /// <param name="sequences">At least one, [sequence][time][feature].</param>
    /// <param name="classes">The class of each sequence, from 0.</param>
    /// <exception cref="ArgumentException">There is no sequence, or not one class for each.</exception>
    public static SequenceBatch Of(IReadOnlyList<IReadOnlyList<double[]>> sequences, IReadOnlyList<int> classes)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count != sequences.Count)
        {
            throw new ArgumentException(
                $"classes has {classes.Count} numbers; expected {sequences.Count}, one for each sequence.",
                nameof(classes));
        }

        return new SequenceBatch(
            Padding.Inputs(sequences), new ClassTargets([.. classes]), Padding.Lengths(sequences));
    }

    /// <summary>A batch of sequences of symbols with one class for every symbol.</summary>
    /// <param name="sequences">At least one, [sequence][time], each symbol from 0.</param>
    /// <param name="classes">[sequence][time], each from 0.</param>
    /// <exception cref="ArgumentException">
    /// There is no sequence, one is empty, or there is not one class for every symbol.
    /// </exception>
    public static SequenceBatch OfSymbols(IReadOnlyList<int[]> sequences, IReadOnlyList<int[]> classes)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count != sequences.Count)
        {
            throw new ArgumentException(
                $"classes has {classes.Count} sequences; expected {sequences.Count}.", nameof(classes));
        }

        for (int b = 0; b < sequences.Count; b++)
        {
            if (classes[b].Length != sequences[b].Length)
            {
                throw new ArgumentException(
                    $"classes[{b}] has {classes[b].Length} steps; expected {sequences[b].Length}.", nameof(classes));
            }
        }

        return new SequenceBatch(
            Padding.Symbols(sequences, pastEnd: 0), ClassTargets.Of(classes), Padding.Lengths(sequences));
    }

    // The first example decides the type of all.
    private static Targets TargetsOf(IReadOnlyList<TaskExample> examples, OutputAt outputAt) =>
        examples[0] is ValueExample
            ? ValueTargets.Of(All<ValueExample>(examples), outputAt)
            : ClassTargets.Of(All<ClassExample>(examples), outputAt);

    private static TExample[] All<TExample>(IReadOnlyList<TaskExample> examples)
        where TExample : TaskExample =>
        [.. examples.Select((example, b) => example as TExample ?? throw new ArgumentException(
            $"examples[{b}] is a {example.GetType().Name}; expected a {typeof(TExample).Name}, as the first is.",
            nameof(examples)))];
}

/// <summary>Pairs side by side: the source, the decoder's inputs, and its targets.</summary>
/// <param name="Source">The encoder's inputs, [source time, batch]; 0 past the end of a shorter source.</param>
/// <param name="Read">
/// The decoder's inputs, [target time, batch]: start, then the target; the end symbol past the end of a shorter one.
/// </param>
/// <param name="Targets">The target, then the end symbol, at the places that count.</param>
/// <param name="SourceLengths">The length of each source; all steps if null.</param>
public sealed record PairBatch(
    int[,] Source, int[,] Read, ClassTargets Targets, IReadOnlyList<int>? SourceLengths = null)
{
    /// <summary>A batch of pairs, for a decoder with teacher forcing.</summary>
    /// <param name="pairs">At least one; no source may be empty.</param>
    /// <param name="start">The symbol that the decoder reads first.</param>
    /// <param name="end">The symbol that ends a target.</param>
    /// <exception cref="ArgumentException">There is no pair, or a source is empty.</exception>
    public static PairBatch Of(IReadOnlyList<SequencePair> pairs, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        int[][] sources = [.. pairs.Select(pair => pair.Source)];
        return new PairBatch(
            Padding.Symbols(sources, pastEnd: 0),
            Padding.Symbols([.. pairs.Select(pair => (int[])[start, .. pair.Target])], pastEnd: end),
            ClassTargets.Of([.. pairs.Select(pair => (int[])[.. pair.Target, end])]),
            Padding.Lengths(sources));
    }
}

/// <summary>Sequences of any lengths in one tensor, step by step.</summary>
internal static class Padding
{
    /// <summary>[time, batch, feature], with zeros past the end of a shorter sequence.</summary>
    internal static Tensor Inputs(IReadOnlyList<IReadOnlyList<double[]>> sequences)
    {
        if (sequences.Count == 0)
            throw new ArgumentException("There is no sequence; expected at least one.", nameof(sequences));
        Tensor x = new(sequences.Max(sequence => sequence.Count), sequences.Count, sequences[0][0].Length);
        for (int b = 0; b < sequences.Count; b++)
        {
            for (int t = 0; t < sequences[b].Count; t++)
                Copy(sequences[b][t], x.At(t, b));
        }

        return x;
    }

    /// <summary>[time, batch], with one symbol past the end of every shorter sequence.</summary>
    internal static int[,] Symbols(IReadOnlyList<int[]> sequences, int pastEnd)
    {
        if (sequences.Count == 0)
            throw new ArgumentException("There is no sequence; expected at least one.", nameof(sequences));
        int[,] symbols = new int[sequences.Max(sequence => sequence.Length), sequences.Count];
        for (int b = 0; b < sequences.Count; b++)
        {
            if (sequences[b].Length == 0)
            {
                throw new ArgumentException(
                    $"sequences[{b}] is empty; expected at least one symbol.", nameof(sequences));
            }

            for (int t = 0; t < symbols.GetLength(0); t++)
                symbols[t, b] = t < sequences[b].Length ? sequences[b][t] : pastEnd;
        }

        return symbols;
    }

    /// <summary>The length of each sequence; null if all have the same.</summary>
    internal static IReadOnlyList<int>? Lengths<TStep>(IReadOnlyList<IReadOnlyList<TStep>> sequences) =>
        sequences.All(sequence => sequence.Count == sequences[0].Count)
            ? null
            : [.. sequences.Select(sequence => sequence.Count)];

    internal static void Copy(double[] values, Span<float> place)
    {
        if (values.Length != place.Length)
        {
            throw new ArgumentException(
                $"A step has {values.Length} numbers; expected {place.Length}, as the first has.", nameof(values));
        }

        for (int k = 0; k < place.Length; k++)
            place[k] = (float)values[k];
    }
}
