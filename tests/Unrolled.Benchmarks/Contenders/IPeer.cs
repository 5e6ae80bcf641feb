using System.Diagnostics;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>Another implementation, in a program of its own.</summary>
internal interface IPeer
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Whether it has such a layer and such a work.</summary>
    bool Offers(Work work, CellKind cell);

    /// <summary>The start of its program, which is built first if needed.</summary>
    /// <exception cref="PeerMissingException">A requirement is not installed.</exception>
    ProcessStartInfo Program();
}
