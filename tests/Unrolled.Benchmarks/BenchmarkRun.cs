using MathNet.Numerics.Statistics;
using Unrolled.Benchmarks.Contenders;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Reports;
using Unrolled.Benchmarks.Scaling;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks;

/// <summary>Measures what was chosen, the peers right after the layers on the same work.</summary>
/// <param name="cells">The cells.</param>
/// <param name="threads">The numbers of threads, one run after the other.</param>
/// <param name="plan">The number of runs.</param>
/// <param name="report">The receiver of the results.</param>
internal sealed class BenchmarkRun(
    IReadOnlyList<CellKind> cells, IReadOnlyList<int> threads, RunPlan plan, IReport report)
{
    private readonly LayerContender layers = new();

    /// <summary>Every cell on every workload.</summary>
    internal void Compare(IReadOnlyList<Workload> workloads, Peers peers)
    {
        Machine machine = Begin();
        foreach (Workload workload in workloads)
        {
            foreach (CellKind cell in cells)
            {
                foreach (int count in threads)
                {
                    RowResult row = Measure(workload, cell, count, machine.PeakGflops[count]);
                    report.Add(row with { Peers = peers.Measure(cell, workload, count, plan) });
                }
            }
        }

        report.End();
    }

    /// <summary>The training step of every cell against every size.</summary>
    internal void Scale(IReadOnlyList<ScalingAxis> axes)
    {
        Begin();
        foreach (int count in threads)
        {
            if (LayerThreads.TryUse(count))
                Scale(axes, count);
            else
                report.NotAvailable(count, LayerThreads.Reason);
        }

        report.End();
    }

    private void Scale(IReadOnlyList<ScalingAxis> axes, int count)
    {
        foreach (CellKind cell in cells)
        {
            foreach (ScalingAxis axis in axes)
                report.Add(new ScalingResult(
                    axis, cell, count, [.. axis.Sizes.Select(size => TrainingStep(axis.With(size), cell))]));
        }
    }

    private Machine Begin()
    {
        Machine machine = Machine.Measure(threads);
        report.Begin(machine, plan);
        return machine;
    }

    private RowResult Measure(Workload workload, CellKind cell, int count, double peak)
    {
        if (!LayerThreads.TryUse(count))
            return new RowResult(workload, cell, count, plan, peak, Times.None) { NotAvailable = LayerThreads.Reason };
        return new RowResult(workload, cell, count, plan, peak, Times.Of(layers, cell, workload, plan))
        {
            AllocatedBytes = LayerContender.AllocatedBytes(cell, workload, plan.AllocationSteps),
        };
    }

    private double TrainingStep(Workload workload, CellKind cell) =>
        layers.Measure(Work.TrainingStep, cell, workload, plan).Median();
}
