using Unrolled.Tests.Cells;


namespace Unrolled.Tests.Analysis;

public class GradientByLagTests
{
    [Fact]
    public void An_LSTM_without_recurrent_weights_forgets_by_its_forget_gate_alone()
    {
        var lstm = LstmCell.Zeros(1, 1);
        lstm.b_f[0] = 2;
        var run = lstm.Run(Sequence.OfScalars(new double[20]));

        double[] norms = GradientByLag.Norms(lstm, run, "c", Vector.Build.Dense(1, 1));

        double f = 1 / (1 + Math.Exp(-2));
        Assert.Equal(20, norms.Length);
        for (int lag = 0; lag < 20; lag++)
            Assert.Equal(Math.Pow(f, lag), norms[lag] / norms[0], 1e-14);
    }

    [Fact]
    public void Each_lag_is_the_gradient_through_the_Jacobians_in_between()
    {
        var draw = new Draw(seed: 1);
        var rnn = draw.Weights(RnnCell.Zeros(2, 4));
        var run = rnn.Run(draw.Sequence(6, 2));
        var dh = draw.Vector(4);

        double[] norms = GradientByLag.Norms(rnn, run, "h", dh);

        Assert.Equal(dh.L2Norm(), norms[0]);
        for (int lag = 1; lag < 6; lag++)
        {
            var through = Jacobian.Between(rnn, run, from: 5 - lag, to: 5).TransposeThisAndMultiply(dh);
            Assert.Equal(through.L2Norm(), norms[lag], 1e-14);
        }
    }

    [Fact]
    public void A_map_has_the_error_of_every_step_at_every_step_before()
    {
        // With U = .5 and no input every h is 0 and every slope 1: an error halves at each step.
        var rnn = RnnCell.Zeros(1, 1);
        rnn.U[0, 0] = .5;
        Vector?[] targets = [null, Vector.Build.Dense(1, 2), Vector.Build.Dense(1, -4)];

        double[,] map = GradientByLag.Map(rnn, Sequence.OfScalars([0, 0, 0]), targets, new SquaredError(), "h");

        Assert.Equal(new double[,] { { 0, 0, 0 }, { 1, 2, 0 }, { 1, 2, 4 } }, map);
    }
}
