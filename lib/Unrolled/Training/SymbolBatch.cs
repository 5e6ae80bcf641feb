namespace Unrolled;

/// <summary>Sequences of symbols side by side, and what should come out.</summary>
/// <param name="Symbols">[time, batch], each from 0; past the end of a shorter sequence stands 0.</param>
/// <param name="Targets">What should come out.</param>
/// <param name="Lengths">Each sequence's length; all steps if not given.</param>
public sealed record SymbolBatch(int[,] Symbols, Targets Targets, IReadOnlyList<int>? Lengths = null)
{
    /// <summary>Sequences with one class for every symbol.</summary>
    /// <param name="sequences">At least one, [sequence][time], each from 0.</param>
    /// <param name="classes">[sequence][time], each from 0.</param>
    /// <exception cref="ArgumentException">There is no sequence, one is empty, or there is not one class for every symbol.</exception>
    public static SymbolBatch Of(IReadOnlyList<int[]> sequences, IReadOnlyList<int[]> classes)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count != sequences.Count)
            throw new ArgumentException($"classes has {classes.Count} sequences; expected {sequences.Count}.", nameof(classes));
        for (int b = 0; b < sequences.Count; b++)
        {
            if (classes[b].Length != sequences[b].Length)
                throw new ArgumentException($"classes[{b}] has {classes[b].Length} steps; expected {sequences[b].Length}.", nameof(classes));
        }

        return new SymbolBatch(Padding.Symbols(sequences, 0), ClassTargets.Of(classes), Padding.Lengths(sequences));
    }
}
