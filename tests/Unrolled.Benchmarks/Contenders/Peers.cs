using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>
/// The peers of a run, each in one process for every number of threads, started when it is first needed.
/// </summary>
internal sealed class Peers(params IReadOnlyList<IPeer> peers) : IDisposable
{
    private readonly Dictionary<(IPeer Peer, int Threads), PeerProcess> running = [];
    private readonly Dictionary<IPeer, string> missing = [];

    /// <summary>Times every peer that has such a layer, one after the other.</summary>
    internal IReadOnlyList<PeerResult> Measure(CellKind cell, Workload workload, int threads, RunPlan plan) =>
        [.. peers.Where(peer => workload.Works.Any(work => peer.Offers(work, cell)))
            .Select(peer => MeasureOne(peer, cell, workload, threads, plan))];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PeerProcess process in running.Values)
            process.Dispose();
    }

    private PeerResult MeasureOne(IPeer peer, CellKind cell, Workload workload, int threads, RunPlan plan)
    {
        if (Find(peer, threads) is not { } process)
            return new PeerResult(peer.Name, Times.None) { Missing = missing[peer] };
        return new PeerResult(peer.Name, Times.Of(process, cell, workload, plan)) { Version = process.Version };
    }

    private PeerProcess? Find(IPeer peer, int threads)
    {
        if (missing.ContainsKey(peer))
            return null;
        if (running.TryGetValue((peer, threads), out PeerProcess? process))
            return process;
        try
        {
            return running[(peer, threads)] = PeerProcess.Start(peer, threads);
        }
        catch (PeerMissingException exception)
        {
            missing[peer] = exception.Message;
            return null;
        }
    }
}
