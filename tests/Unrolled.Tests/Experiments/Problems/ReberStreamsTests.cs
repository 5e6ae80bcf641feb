using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Tests.Experiments.Problems;

public sealed class ReberStreamsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_cell_states_norm_stands_beside_the_score(bool resets)
    {
        Measurement measured = Measure(CellKind.LstmWithoutForgetGate, resets);

        Assert.InRange(measured.Score, 0, 1);
        Assert.Equal("|c| at the end", Assert.Single(measured.Asides).Name);
        // Without a forget gate c is a sum over 4,000 steps.
        Assert.InRange(measured.Asides[0].Value, 50, 4000 * Math.Sqrt(5));
    }

    [Fact]
    public void A_forget_gate_bounds_the_cell_state()
    {
        Assert.InRange(Measure(CellKind.Lstm, resets: false).Asides[0].Value, 0, 20);
    }

    [Fact]
    public void A_layer_without_cells_has_no_such_norm()
    {
        Assert.Empty(Measure(CellKind.Gru, resets: false).Asides);
    }

    private static Measurement Measure(CellKind cell, bool resets)
    {
        ITrial trial = new ReberStreams()
            .Begin(new Row(cell, 5, .01, 3, new Fails("none")) { Resets = resets }, new Xoshiro256(1));
        trial.Run(3);
        return trial.Measure(new Xoshiro256(2));
    }
}
