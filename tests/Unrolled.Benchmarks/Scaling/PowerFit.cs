using MathNet.Numerics;

namespace Unrolled.Benchmarks.Scaling;

/// <summary>
/// The power law that comes nearest to some measurements: a straight line in the logarithms, by least squares.
/// </summary>
internal static class PowerFit
{
    /// <summary>p of time ∝ size^p.</summary>
    /// <param name="sizes">At least two, all positive.</param>
    /// <param name="times">One for each size, all positive.</param>
    internal static double Exponent(IEnumerable<int> sizes, IEnumerable<double> times) =>
        Fit.Line([.. sizes.Select(size => Math.Log(size))], [.. times.Select(time => Math.Log(time))]).B;
}
