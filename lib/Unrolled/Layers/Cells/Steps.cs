namespace Unrolled.Layers.Cells;

/// <summary>Some neighbouring steps of a pass, in the order of time.</summary>
/// <param name="First">The earliest.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Steps(int First, int Count);
