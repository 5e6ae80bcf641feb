using FsCheck.Fluent;

namespace Unrolled.Tests.Cells;

public class LstmCellTests
{
    [Fact]
    public void The_step_worked_by_hand_comes_out()
    {
        // i = .5, f = .75, g = .6, o = .75 with c = .5: c' = .75·.5 + .5·.6 = .675, h' = .75·tanh(.675).
        var lstm = LstmCell.Zeros(1, 1);
        (lstm.b_i[0], lstm.b_f[0], lstm.b_g[0], lstm.b_o[0]) = (0, Math.Log(3), Math.Atanh(.6), Math.Log(3));

        var step = lstm.Forward(Vector.Build.Dense(1), new State(Vector.Build.Dense(1), Vector.Build.Dense(1, .5)));

        Assert.Equal(.5, step.i[0], 1e-15);
        Assert.Equal(.75, step.f[0], 1e-15);
        Assert.Equal(.6, step.g[0], 1e-15);
        Assert.Equal(.75, step.o[0], 1e-15);
        Assert.Equal(.675, step.c[0], 1e-15);
        Assert.Equal(.441194, step.h[0], 1e-6);
    }

    [Fact]
    public void Without_recurrent_weights_the_cell_keeps_the_product_of_its_forget_gates() =>
        Prop.ForAll<int>(seed =>
        {
            var draw = new Draw(seed);
            var lstm = draw.Weights(LstmCell.Zeros(3, 4), bound: 2);
            lstm.U_i.Clear();
            lstm.U_f.Clear();
            lstm.U_g.Clear();
            lstm.U_o.Clear();
            var run = lstm.Run(draw.Sequence(7, 3), draw.State(lstm));

            var dc = Jacobian.Between(lstm, run, from: 0, to: 6).SubMatrix(4, 4, 4, 4);
            var product = run["f"].Skip(1).Aggregate((all, f) => all.PointwiseMultiply(f));

            return (dc - MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DiagonalOfDiagonalVector(product))
                .Enumerate().All(difference => Math.Abs(difference) < 1e-14);
        }).CheckSeeded();

    [Fact]
    public void With_the_forget_gate_open_and_the_input_gate_shut_the_cell_does_not_change() =>
        Prop.ForAll<int>(seed =>
        {
            var draw = new Draw(seed);
            foreach (ICell cell in new ICell[] { LstmCell.Zeros(3, 4), PeepholeLstmCell.Zeros(3, 4) })
            {
                draw.Weights(cell, .5);
                Array.Fill(cell.Parameters["b_f"].Values, 40);
                Array.Fill(cell.Parameters["b_i"].Values, -40);
                var initial = draw.State(cell);
                if ((cell.Run(draw.Sequence(50, 3), initial).Final.c - initial.c).InfinityNorm() > 1e-15)
                    return false;
            }

            return true;
        }).CheckSeeded();

    [Fact]
    public void The_cell_of_1997_hands_every_error_on_as_it_is()
    {
        var draw = new Draw(seed: 1);
        var lstm = draw.Weights(Lstm1997Cell.Zeros(2, 3));
        lstm.U_i.Clear();
        lstm.U_g.Clear();
        lstm.U_o.Clear();
        var run = lstm.Run(draw.Sequence(100, 2));

        var dc = Jacobian.Between(lstm, run, from: 0, to: 99).SubMatrix(3, 3, 3, 3);

        Assert.Equal(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(3), dc);
    }

    [Fact]
    public void With_its_forget_gate_held_open_it_is_the_LSTM_of_1997()
    {
        var draw = new Draw(seed: 2);
        var old = draw.Weights(Lstm1997Cell.Zeros(2, 3));
        var lstm = LstmCell.Zeros(2, 3);
        foreach (var parameter in old.Parameters)
            parameter.Values.CopyTo(lstm.Parameters[parameter.Name].Values, 0);
        Array.Fill(lstm.b_f.AsArray(), 1000);
        var xs = draw.Sequence(20, 2);

        Assert.Equal(old.Run(xs).Outputs, lstm.Run(xs).Outputs);
    }

    [Fact]
    public void With_its_peepholes_shut_it_is_the_plain_LSTM()
    {
        var draw = new Draw(seed: 3);
        var lstm = draw.Weights(LstmCell.Zeros(2, 3));
        var peephole = PeepholeLstmCell.Zeros(2, 3);
        foreach (var parameter in lstm.Parameters)
            parameter.Values.CopyTo(peephole.Parameters[parameter.Name].Values, 0);
        var xs = draw.Sequence(20, 2);

        Assert.Equal(lstm.Run(xs).Outputs, peephole.Run(xs).Outputs);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(1, 1)]
    public void It_has_four_times_as_many_numbers_as_the_RNN_and_three_more_a_cell_with_peepholes(
        int inputs, int hidden)
    {
        int ofOneGate = hidden * (inputs + hidden + 1);

        Assert.Equal(ofOneGate, RnnCell.Zeros(inputs, hidden).Parameters.ParameterCount);
        Assert.Equal(3 * ofOneGate, Lstm1997Cell.Zeros(inputs, hidden).Parameters.ParameterCount);
        Assert.Equal(4 * ofOneGate, LstmCell.Zeros(inputs, hidden).Parameters.ParameterCount);
        Assert.Equal(4 * ofOneGate + 3 * hidden, PeepholeLstmCell.Zeros(inputs, hidden).Parameters.ParameterCount);
        Assert.Equal(
            3 * ofOneGate, GruCell.Zeros(inputs, hidden, ResetPlacement.BeforeProduct).Parameters.ParameterCount);
        Assert.Equal(3 * ofOneGate + hidden, GruCell.Zeros(inputs, hidden).Parameters.ParameterCount);
    }
}
