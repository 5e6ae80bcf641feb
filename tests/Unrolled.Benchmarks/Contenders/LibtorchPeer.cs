using System.Diagnostics;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>
/// torch.nn.RNN, LSTM and GRU, and their cells for a stream, of Debian's python3-torch: the libtorch that TorchSharp
/// calls too.
/// </summary>
/// <param name="python">The Python for which the package is installed.</param>
internal sealed class LibtorchPeer(string python = "/usr/bin/python3") : IPeer
{
    public string Name => "libtorch";

    public bool Offers(Work work, CellKind cell) => true;

    public ProcessStartInfo Program() =>
        new(python, [Path.Combine(AppContext.BaseDirectory, "Contenders", "libtorch.py")]);
}
