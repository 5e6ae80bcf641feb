namespace Unrolled.Datasets;

/// <summary>One speaker says the two vowels /ae/ once; see <see cref="JapaneseVowels"/>.</summary>
/// <param name="Speaker">The speaker, from 1 to 9.</param>
/// <param name="Frames">The frames [time][12], 6.4 ms apart: 12 LPC cepstrum coefficients each.</param>
public sealed record VowelUtterance(int Speaker, IReadOnlyList<double[]> Frames);
