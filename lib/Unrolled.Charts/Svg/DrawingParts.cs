namespace Unrolled.Charts.Svg;

/// <summary>What the outputs of a drawing are made from.</summary>
internal sealed record DrawingParts(
    int Width, int Height, string Title, string Description, string Canonical, Action<SvgWriter, string> Draw)
{
    public string Digest { get; } = Digests.CanonicalData.Digest(Canonical);
}
