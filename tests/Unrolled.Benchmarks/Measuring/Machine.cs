using System.Globalization;

namespace Unrolled.Benchmarks.Measuring;

/// <summary>The machine, and its load when a run began.</summary>
/// <param name="PeakGflops">Its FMA peak, by the number of threads.</param>
/// <param name="Load">The load average of the minute before; null where the system does not tell.</param>
internal sealed record Machine(IReadOnlyDictionary<int, double> PeakGflops, double? Load)
{
    private const string LoadFile = "/proc/loadavg";

    internal static Machine Measure(IEnumerable<int> threads)
    {
        double? load = File.Exists(LoadFile)
            ? double.Parse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture)
            : null;
        return new Machine(threads.ToDictionary(count => count, FmaPeak.Gflops), load);
    }
}
