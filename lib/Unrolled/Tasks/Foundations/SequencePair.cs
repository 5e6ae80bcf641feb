namespace Unrolled.Tasks.Foundations;

/// <summary>A sequence to read and one to write, each with a length of its own.</summary>
/// <param name="Source">The symbols to read, from 0, [source time].</param>
/// <param name="Target">The symbols to write, from 0, [target time], without start and end.</param>
public sealed record SequencePair(int[] Source, int[] Target);
