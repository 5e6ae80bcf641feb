using Unrolled.Benchmarks.Contenders;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Reports;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Tests.Benchmarks.Reports;

/// <summary>Rows that were never measured, to be reported. W2's LSTM has 1.8874368 Gflop a training step.</summary>
internal static class Rows
{
    internal static Machine Machine { get; } = new(new Dictionary<int, double> { [1] = 200 }, Load: .25);

    internal static RowResult Measured { get; } = Row("W2", (Work.TrainingStep, 18.874368), (Work.Inference, 5)) with
    {
        AllocatedBytes = 12_345,
        Peers =
        [
            new PeerResult(
                "libtorch",
                new Times(new Dictionary<Work, double> { [Work.TrainingStep] = 37.748736, [Work.Inference] = 4 }))
            {
                Version = "1.13",
            },
            new PeerResult("oneDNN", Times.None) { Missing = "libdnnl-dev is not installed" },
        ],
    };

    internal static RowResult Unavailable { get; } =
        Row("W2") with { NotAvailable = "the layers run on one thread only" };

    internal static RowResult Streaming { get; } = Row("W5", (Work.StreamingStep, .0025));

    private static RowResult Row(string workload, params (Work Work, double Median)[] times) =>
        new(
            WorkloadTable.Choose([workload])[0], CellKind.Lstm, Threads: 1, RunPlan.Full, PeakGflops: 200,
            new Times(times.ToDictionary(time => time.Work, time => time.Median)));
}
