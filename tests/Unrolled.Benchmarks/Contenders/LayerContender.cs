using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>This library's layers.</summary>
internal sealed class LayerContender : IContender
{
    public IReadOnlyList<double> Measure(Work work, CellKind cell, Workload workload, RunPlan plan)
    {
        int steps = work == Work.StreamingStep ? RunPlan.StreamingStepsInRun : 1;
        Action run = LayerWork.Prepare(work, cell, workload, steps);
        return [.. RunTimes.Measure(run, plan).Select(milliseconds => milliseconds / steps)];
    }

    /// <summary>The bytes that training or streaming steps allocate once they are warm.</summary>
    internal static long AllocatedBytes(CellKind cell, Workload workload, int steps)
    {
        Action step = LayerWork.Prepare(workload.Works[0], cell, workload, streamingSteps: 1);
        WarmUp.Run(step);
        return Allocation.Of(step, steps);
    }
}
