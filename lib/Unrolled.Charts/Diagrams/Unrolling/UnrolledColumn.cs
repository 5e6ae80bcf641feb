namespace Unrolled.Charts.Views.Unrolling;

/// <summary>One step of an unrolled network, or the folded network, and where its middle is.</summary>
internal readonly record struct UnrolledColumn(int Step, double Centre, string Time, bool IsFolded);
