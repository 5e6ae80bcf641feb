namespace Unrolled.NotebookHost.Figures;

/// <summary>An opaque picture.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Pixels">The colours as 0xRRGGBB, row by row from the upper left.</param>
internal sealed record RgbImage(int Width, int Height, int[] Pixels);
