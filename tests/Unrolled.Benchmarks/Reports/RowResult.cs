using Unrolled.Benchmarks.Contenders;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Reports;

/// <summary>One cell on one workload with a number of threads.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Threads">The number of threads of each contender.</param>
/// <param name="Plan">The number of runs of each contender.</param>
/// <param name="PeakGflops">The machine's FMA peak on this number of threads.</param>
/// <param name="Layers">The times of this library's layers.</param>
internal sealed record RowResult(
    Workload Workload, CellKind Cell, int Threads, RunPlan Plan, double PeakGflops, Times Layers)
{
    /// <summary>The reason why the layers were not timed; null if they were.</summary>
    public string? NotAvailable { get; init; }

    /// <summary>The bytes that the layers allocated over the plan's steps; null if they were not timed.</summary>
    public long? AllocatedBytes { get; init; }

    /// <summary>The peers that have such a layer; empty if none was requested.</summary>
    public IReadOnlyList<PeerResult> Peers { get; init; } = [];

    /// <summary>The layers' GFLOP/s, by <see cref="FlopCount"/>.</summary>
    internal double? Gflops(Work work) => FlopCount.Of(work, Cell, Workload) / (1e6 * Layers[work]);

    /// <summary>The layers' share of the peak.</summary>
    internal double? PeakShare(Work work) => Gflops(work) / PeakGflops;

    /// <summary>The factor by which the layers are faster than the peer.</summary>
    internal double? Ratio(PeerResult peer, Work work) => peer.Times[work] / Layers[work];
}
