using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>An implementation of recurrent layers that can be timed.</summary>
internal interface IContender
{
    /// <summary>Milliseconds of each run; of one step where a run makes many.</summary>
    IReadOnlyList<double> Measure(Work work, CellKind cell, Workload workload, RunPlan plan);
}
