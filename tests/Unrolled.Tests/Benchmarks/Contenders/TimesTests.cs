using Unrolled.Benchmarks.Contenders;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Tests.Benchmarks.Contenders;

public sealed class TimesTests
{
    private static readonly Workload Workload = new("any", 1, 1, 1, 1, Work.TrainingStep, Work.Inference);

    [Fact]
    public void A_time_is_the_median_and_one_slow_run_does_not_move_it()
    {
        Times times = Times.Of(
            new Recorded(training: [3, 1, 1000, 2, 4], inference: [1, 2, 4, 1000]), CellKind.Rnn, Workload,
            RunPlan.Full);
        Assert.Equal(3, times[Work.TrainingStep]);
        Assert.Equal(3, times[Work.Inference]);
    }

    [Fact]
    public void What_the_workload_does_not_ask_for_has_no_time()
    {
        Assert.Null(Times.Of(new Recorded([1], [1]), CellKind.Rnn, Workload, RunPlan.Full)[Work.StreamingStep]);
    }

    private sealed class Recorded(double[] training, double[] inference) : IContender
    {
        public IReadOnlyList<double> Measure(Work work, CellKind cell, Workload workload, RunPlan plan) =>
            work == Work.TrainingStep ? training : inference;
    }
}
