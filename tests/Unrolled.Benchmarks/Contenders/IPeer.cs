using System.Diagnostics;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>Another implementation, in a program of its own.</summary>
internal interface IPeer
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>Whether it has such a layer and such a work.</summary>
    bool Offers(Work work, CellKind cell);

    /// <summary>How its program is started, built first if need be.</summary>
    /// <exception cref="PeerMissingException">What it needs is not installed.</exception>
    ProcessStartInfo Program();
}
