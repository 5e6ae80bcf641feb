namespace Unrolled.Charts.Svg;

/// <summary>What a panel leaves to its grid: the names of shared axes, and the legend.</summary>
internal sealed record PanelOptions(bool NamesX = true, bool NamesY = true, bool Legend = true);
