namespace Unrolled.Datasets;

/// <summary>One word of <see cref="PartOfSpeech"/>, as written.</summary>
/// <param name="Word">The word; it can hold a space, and a punctuation mark is a word too.</param>
/// <param name="Tag">Its part of speech.</param>
public sealed record TaggedWord(string Word, UniversalTag Tag);
