using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Scaling;

/// <summary>How the time of a training step grows with one size.</summary>
/// <param name="Axis">The size that grows.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Threads">How many threads the layers had.</param>
/// <param name="Milliseconds">The median of each of the axis' sizes.</param>
internal sealed record ScalingResult(ScalingAxis Axis, CellKind Cell, int Threads, IReadOnlyList<double> Milliseconds)
{
    /// <summary>p of time ∝ size^p.</summary>
    internal double Exponent => PowerFit.Exponent(Axis.Sizes, Milliseconds);
}
