using Unrolled.Charts.Display;

namespace Unrolled.Charts.Svg;

/// <summary>What the outputs of a drawing are made from; a drawing without an upgrade is a picture everywhere.</summary>
internal sealed record DrawingParts(
    int Width, int Height, string Title, string Description, string Canonical, Action<SvgWriter, string> Draw, Upgrade? Upgrade = null)
{
    public string Digest { get; } = Digests.CanonicalData.Digest(Canonical);
}
