
namespace Unrolled.Tests.Training;

public sealed class InitializeTests
{
    [Fact]
    public void A_layers_first_parameters_fill_the_bounds_that_torch_has_and_come_again_with_the_seed()
    {
        float[] Drawn(int seed)
        {
            Lstm lstm = new(3, 16, new Xoshiro256(seed));
            return [.. lstm.Parameters.SelectMany(parameter => parameter.Value.Values)];
        }

        float[] values = Drawn(1);

        Assert.InRange(values.Max(), .24f, .25f);
        Assert.InRange(values.Min(), -.25f, -.24f);
        Assert.Equal(values, Drawn(1));
        Assert.NotEqual(values, Drawn(2));
    }

    [Fact]
    public void Orthogonal_gates_keep_every_length()
    {
        Gru gru = Gru.Zeros(2, 6);
        Initialize.Orthogonal(gru, new Xoshiro256(1));
        Tensor weight = gru.Parameters["weight_hh_l0"].Value;

        for (int gate = 0; gate < 3; gate++)
        {
            for (int i = 0; i < 6; i++)
            {
                for (int j = 0; j < 6; j++)
                {
                    double product = Enumerable.Range(
                        0, 6).Sum(k => (double)weight[gate * 6 + i, k] * weight[gate * 6 + j, k]);
                    Assert.Equal(i == j ? 1 : 0, product, 1e-6);
                }
            }
        }
    }

    [Fact]
    public void The_identity_stands_in_every_gate_of_every_layer()
    {
        Rnn rnn = Rnn.Zeros(1, 3, Activation.Relu, layers: 2);

        Initialize.Identity(rnn, gain: .5);

        Assert.Equal([.5f, 0, 0, 0, .5f, 0, 0, 0, .5f], rnn.Parameters["weight_hh_l1"].Value.Values);
    }

    [Fact]
    public void The_keep_bias_of_an_lstm_is_that_of_its_forget_gate()
    {
        Lstm lstm = Initialize.KeepBias(new Lstm(1, 2, new Xoshiro256(1), bidirectional: true), 3);

        Assert.Equal([3, 3], lstm.Parameters["bias_ih_l0_reverse"].Value.Values[2..4]);
        Assert.Equal([0, 0], lstm.Parameters["bias_hh_l0_reverse"].Value.Values[2..4]);
        Assert.DoesNotContain(3, lstm.Parameters["bias_ih_l0"].Value.Values[..2]);
    }

    [Fact]
    public void A_large_keep_bias_keeps_the_old_state_of_a_gru()
    {
        Gru gru = new(1, 4, new Xoshiro256(1));
        Initialize.KeepBias(gru, 30);
        RecurrentState state = gru.ZeroState(1);
        state.Hidden.Values.AsSpan().Fill(.5f);

        RecurrentState after = gru.Step(new Tensor(1, 1), state).State;

        Assert.All(after.Hidden.Values, h => Assert.Equal(.5f, h, 1e-6f));
    }

    [Theory]
    [InlineData("r", 0)]
    [InlineData("z", 1)]
    public void A_gate_of_a_gru_with_a_bias_of_40_is_1_in_single_precision(string gate, int block)
    {
        Gru gru = Initialize.GateBias(new Gru(1, 2, new Xoshiro256(1)), gate, 40);

        Assert.Equal([40, 40], gru.Parameters["bias_ih_l0"].Value.Values[(2 * block)..(2 * block + 2)]);
        RecurrentPass pass = gru.Forward(new Tensor(3, 1, 1));
        Assert.All(pass.Trace()[gate].Values, value => Assert.Equal(1f, value));
    }

    [Fact]
    public void A_gate_that_a_layer_does_not_have_is_refused_with_those_that_it_has()
    {
        Assert.Contains("[r, z]", Assert.Throws<ArgumentException>(
            () => Initialize.GateBias(Gru.Zeros(1, 1), "f", 1)).Message);
        Assert.Contains("[i, f, o]", Assert.Throws<ArgumentException>(
            () => Initialize.GateBias(Lstm.Zeros(1, 1), "g", 1)).Message);
        Assert.Throws<ArgumentException>(() => Initialize.GateBias(Rnn.Zeros(1, 1), "r", 1));
    }

    [Fact]
    public void Chrono_biases_spread_over_the_logarithms_of_the_lags_and_the_input_gate_has_their_opposites()
    {
        Lstm lstm = Lstm.Zeros(1, 200);

        Initialize.Chrono(lstm, 100, new Xoshiro256(1));

        float[] bias = lstm.Parameters["bias_ih_l0"].Value.Values;
        Assert.InRange(bias[200..400].Max(), Math.Log(95), Math.Log(99));
        Assert.InRange(bias[200..400].Min(), 0, Math.Log(5));
        Assert.Equal(bias[200..400].Select(b => -b), bias[..200]);
    }

    [Fact]
    public void Every_start_of_a_layer_returns_the_layer_itself()
    {
        Lstm lstm = Lstm.Zeros(1, 3);

        Assert.Same(lstm, Initialize.KeepBias(lstm, 1));
        Assert.Same(lstm, Initialize.GateBias(lstm, "o", 1));
        Assert.Same(lstm, Initialize.Chrono(lstm, 10, new Xoshiro256(1)));
        Assert.Same(lstm, Initialize.Orthogonal(lstm, new Xoshiro256(1)));
        Assert.Same(lstm, Initialize.Identity(lstm));
    }

    [Fact]
    public void A_layer_without_a_keeping_gate_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Initialize.KeepBias(Rnn.Zeros(1, 1), 1));
        Assert.Throws<ArgumentException>(() => Initialize.KeepBias(Lstm.Zeros(1, 1, LstmKind.WithoutForgetGate), 1));
    }
}
