using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Tests.Benchmarks.Workloads;

public sealed class FlopCountTests
{
    // An RNN of 2 units and 1 input has 2 · (1 + 2) = 6 weights in its products, so 12 flops a step; 3 · 5 steps are
    // 180. An LSTM has 4 such blocks, a GRU 3. Backward has two products of forward's size.
    [Theory]
    [InlineData(nameof(CellKind.Rnn), 180, 540)]
    [InlineData(nameof(CellKind.Lstm), 720, 2160)]
    [InlineData(nameof(CellKind.Gru), 540, 1620)]
    public void Flops_are_those_of_the_products_worked_by_hand(string cell, long forward, long training)
    {
        Workload small = new("small", Input: 1, Hidden: 2, Time: 3, Batch: 5);
        Assert.Equal(forward, FlopCount.Of(Work.Inference, Enum.Parse<CellKind>(cell), small));
        Assert.Equal(training, FlopCount.Of(Work.TrainingStep, Enum.Parse<CellKind>(cell), small));
    }

    // W2: 512 rows of 64 + 128 weights, 100 · 32 steps, two flops each, three times.
    [Fact]
    public void The_lstm_of_W2_has_1_9_Gflop_a_training_step()
    {
        Assert.Equal(1_887_436_800, FlopCount.Of(Work.TrainingStep, CellKind.Lstm, WorkloadTable.Choose(["W2"])[0]));
    }

    [Fact]
    public void A_streaming_step_is_one_step_forward()
    {
        Assert.Equal(
            2 * 512 * (64 + 128), FlopCount.Of(Work.StreamingStep, CellKind.Lstm, WorkloadTable.Choose(["W5"])[0]));
    }

    [Fact]
    public void Flops_do_not_overflow()
    {
        Assert.Equal(
            6L * 4 * 2048 * 4096 * 1000 * 1000,
            FlopCount.Of(Work.TrainingStep, CellKind.Lstm, new("large", 2048, 2048, 1000, 1000)));
    }
}
