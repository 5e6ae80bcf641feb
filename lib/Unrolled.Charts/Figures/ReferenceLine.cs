namespace Unrolled.Charts.Model;

/// <summary>A line across the plot at one value of one axis.</summary>
internal sealed record ReferenceLine(bool Horizontal, double Value, string? Label);
