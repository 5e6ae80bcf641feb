using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Scaling;

/// <summary>The growth of a training step's time with one size.</summary>
/// <param name="Axis">The size that grows.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Threads">The number of threads of the layers.</param>
/// <param name="Milliseconds">The median of each of the axis' sizes.</param>
internal sealed record ScalingResult(ScalingAxis Axis, CellKind Cell, int Threads, IReadOnlyList<double> Milliseconds)
{
    /// <summary>p of time ∝ size^p.</summary>
    internal double Exponent => PowerFit.Exponent(Axis.Sizes, Milliseconds);
}
