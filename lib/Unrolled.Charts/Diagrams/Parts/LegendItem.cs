using Unrolled.Charts.Svg;

namespace Unrolled.Charts.Views.Stepping;

/// <summary>A symbol and what it stands for; the symbol is drawn around the middle of a place so wide.</summary>
internal sealed record LegendItem(string Text, double Width, Action<SvgWriter, Place> Symbol);
