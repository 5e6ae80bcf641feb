
namespace Unrolled.Tests.Cells;

public class RnnCellTests
{
    [Fact]
    public void A_step_worked_by_hand_comes_out_in_both_activations()
    {
        // a = 2·1 + 3·.5 − 4 = −.5
        foreach (var (activation, h) in new[] { (Activation.Tanh, Math.Tanh(-.5)), (Activation.Relu, 0) })
        {
            var rnn = RnnCell.Zeros(1, 1, activation);
            (rnn.W[0, 0], rnn.U[0, 0], rnn.b[0]) = (2, 3, -4);

            var step = rnn.Forward(Vector.Build.Dense(1, 1), new State(Vector.Build.Dense(1, .5)));

            Assert.Equal((-.5, h), (step.a[0], step.h[0]));
        }
    }

    [Fact]
    public void A_ReLU_network_that_starts_from_the_identity_adds_up_what_it_reads()
    {
        var rnn = RnnCell.Zeros(2, 2, Activation.Relu);
        (rnn.W[0, 0], rnn.W[1, 1], rnn.U[0, 0], rnn.U[1, 1]) = (1, 1, 1, 1);
        var xs = Sequence.OfRows([[1, 0], [2, .5], [3, .25]]);

        Assert.Equal([6, .75], rnn.Run(xs).Final.h);
    }
}
