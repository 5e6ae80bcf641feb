namespace Unrolled.Charts.Model;

/// <summary>A remark beside one point.</summary>
internal sealed record Annotation(double X, double Y, string Text);
