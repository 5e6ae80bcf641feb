using MathNet.Numerics.Statistics;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>The median time of each work, in milliseconds.</summary>
internal sealed class Times
{
    private readonly IReadOnlyDictionary<Work, double> medians;

    internal Times(IReadOnlyDictionary<Work, double> medians) => this.medians = medians;

    internal static Times None { get; } = new(new Dictionary<Work, double>());

    /// <summary>The median of the work; null if it was not timed.</summary>
    internal double? this[Work work] => medians.TryGetValue(work, out double median) ? median : null;

    /// <summary>Times all works of a workload.</summary>
    internal static Times Of(IContender contender, CellKind cell, Workload workload, RunPlan plan) =>
        new(workload.Works.ToDictionary(work => work, work => contender.Measure(work, cell, workload, plan).Median()));
}
