using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Scaling;

/// <summary>One size that grows while the others stay those of W2.</summary>
/// <param name="Name">The size.</param>
/// <param name="Sizes">Its values.</param>
/// <param name="With">The workload with one of them.</param>
internal sealed record ScalingAxis(string Name, IReadOnlyList<int> Sizes, Func<int, Workload> With)
{
    private static readonly Workload Middle = WorkloadTable.Choose(["W2"])[0];

    internal static IReadOnlyList<ScalingAxis> All { get; } =
    [
        new("T", [25, 50, 100, 200, 400], size => Middle with { Time = size }),
        new("batch", [16, 32, 64, 128, 256], size => Middle with { Batch = size }),
        new("hidden", [32, 64, 128, 256, 512], size => Middle with { Hidden = size }),
    ];
}
