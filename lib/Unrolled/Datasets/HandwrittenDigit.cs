namespace Unrolled.Datasets;

/// <summary>One image of <see cref="Digits"/>.</summary>
/// <param name="Pixels">64 pixels, row by row from the top left: 0 is empty, 16 is full of ink.</param>
/// <param name="Label">The digit, from 0 to 9.</param>
public sealed record HandwrittenDigit(IReadOnlyList<int> Pixels, int Label);
