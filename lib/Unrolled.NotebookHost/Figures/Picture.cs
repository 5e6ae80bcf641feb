namespace Unrolled.NotebookHost.Figures;

/// <summary>A part of a page as an image.</summary>
/// <param name="Png">The file's bytes, with two pixels for each of the page's in either direction.</param>
/// <param name="Width">In the page's pixels.</param>
/// <param name="Height">In the page's pixels.</param>
internal sealed record Picture(byte[] Png, int Width, int Height);
