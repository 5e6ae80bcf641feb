
namespace Unrolled.Tests.Layers;

public sealed class RecurrentLayerTests
{
    public static TheoryData<string> Kinds() => LayerDraw.KindNames();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_by_step_a_stream_gives_what_the_whole_sequence_gives(string kind)
    {
        LayerDraw draw = new(3);
        RecurrentLayer layer = draw.Layer(kind, 3, 5, layers: 2);
        Tensor x = draw.Tensor(6, 4, 3);
        RecurrentState start = draw.State(layer, 4);
        RecurrentPass whole = layer.Forward(x, start);

        RecurrentState state = start;
        for (int t = 0; t < 6; t++)
        {
            (Tensor y, state) = layer.Step(new Tensor([.. x.At(t)], 4, 3), state);
            Assert.Equal(whole.Output.At(t).ToArray(), y.Values);
        }

        Assert.Equal(whole.Final.Hidden.Values, state.Hidden.Values);
        Assert.Equal(whole.Final.Cell?.Values, state.Cell?.Values);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_sequence_of_a_batch_is_computed_as_if_it_were_alone(string kind)
    {
        LayerDraw draw = new(4);
        int[] lengths = [3, 7, 1];
        RecurrentLayer layer = draw.Layer(kind, 2, 5, layers: 2, bidirectional: true);
        Tensor x = draw.Tensor(7, 3, 2);
        Tensor dy = draw.Tensor(7, 3, 10);
        RecurrentPass together = layer.Forward(x, lengths: lengths);
        RecurrentGradient gradient = layer.Backward(together, dy);

        for (int b = 0; b < lengths.Length; b++)
        {
            RecurrentPass alone = layer.Forward(Sequence(x, b, lengths[b]));
            RecurrentGradient own = layer.Backward(alone, Sequence(dy, b, lengths[b]));
            Assert.Equal(alone.Output.Values, Sequence(together.Output, b, lengths[b]).Values);
            Assert.Equal(own.Input.Values, Sequence(gradient.Input, b, lengths[b]).Values);
            for (int i = 0; i < 4; i++)
            {
                Assert.Equal(alone.Final.Hidden.At(i, 0).ToArray(), together.Final.Hidden.At(i, b).ToArray());
                Assert.Equal(own.Initial.Hidden.At(i, 0).ToArray(), gradient.Initial.Hidden.At(i, b).ToArray());
            }
        }

        Assert.All(
            [.. together.Output.At(3, 0), .. together.Output.At(1, 2), .. gradient.Input.At(6, 0)],
            value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_stands_past_a_sequences_end_is_never_looked_at(string kind)
    {
        LayerDraw draw = new(5);
        RecurrentLayer layer = draw.Layer(kind, 2, 3, bidirectional: true);
        Tensor x = draw.Tensor(4, 2, 2);
        Tensor dy = draw.Tensor(4, 2, 6);
        float[] Gradients()
        {
            layer.Parameters.ClearGradients();
            layer.Backward(layer.Forward(x, lengths: [4, 2]), dy);
            return [.. layer.Parameters.SelectMany(parameter => parameter.Gradient.Values)];
        }

        float[] before = Gradients();
        x[3, 1, 0] = float.NaN;
        dy[2, 1, 5] = float.PositiveInfinity;

        Assert.Equal(before, Gradients());
    }

    public static TheoryData<string, bool> KindsWithAndWithoutLengths()
    {
        TheoryData<string, bool> data = [];
        foreach (string kind in LayerDraw.Kinds.Keys)
        {
            data.Add(kind, false);
            data.Add(kind, true);
        }

        return data;
    }

    // From 1 to 33 units, one row of h and two rows of y fill their vectors exactly, almost, and hardly.
    [Theory]
    [MemberData(nameof(KindsWithAndWithoutLengths))]
    public void At_every_hidden_size_two_directions_are_two_layers_of_which_one_reads_backwards(
        string kind, bool withLengths)
    {
        const int time = 4, batch = 3, inputs = 2;
        int[]? lengths = withLengths ? [4, 2, 3] : null;
        for (int hidden = 1; hidden <= 33; hidden++)
        {
            LayerDraw draw = new(hidden);
            RecurrentLayer both = draw.Layer(kind, inputs, hidden, bidirectional: true);
            RecurrentLayer forward = OneDirection(both, kind, hidden, "");
            RecurrentLayer backward = OneDirection(both, kind, hidden, "_reverse");
            Tensor x = draw.Tensor(time, batch, inputs);
            Tensor dy = draw.Tensor(time, batch, 2 * hidden);

            RecurrentPass pass = both.Forward(x, lengths: lengths);
            RecurrentPass ahead = forward.Forward(x, lengths: lengths);
            RecurrentPass back = backward.Forward(Backwards(x, lengths), lengths: lengths);
            float[] dx = both.Backward(pass, dy).Input.Values;
            float[] dxAhead = forward.Backward(ahead, Half(dy, 0, hidden)).Input.Values;
            Tensor dxBack = backward.Backward(back, Backwards(Half(dy, hidden, hidden), lengths)).Input;

            Assert.Equal(ahead.Output.Values, Half(pass.Output, 0, hidden).Values);
            Assert.Equal(Backwards(back.Output, lengths).Values, Half(pass.Output, hidden, hidden).Values);
            Assert.Equal(dxAhead.Zip(Backwards(dxBack, lengths).Values, (a, b) => a + b), dx);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inference_gives_the_same_bits_and_keeps_nothing_of_a_training_pass(string kind)
    {
        LayerDraw draw = new(21);
        RecurrentLayer layer = draw.Layer(kind, 3, 17, layers: 2, bidirectional: true);
        int[] lengths = [9, 1, 5, 9, 7, 9, 9, 2, 9, 3, 9];
        RecurrentPass? inferred = null;
        foreach (IReadOnlyList<int>? given in (IReadOnlyList<int>?[])[null, lengths])
        {
            Tensor x = draw.Tensor(9, 11, 3);
            RecurrentState initial = draw.State(layer, 11);
            RecurrentPass pass = layer.Forward(x, initial, given);
            inferred = layer.Infer(x, initial, given, inferred);

            Assert.Equal(pass.Output.Values, inferred.Output.Values);
            Assert.Equal(pass.Final.Hidden.Values, inferred.Final.Hidden.Values);
            Assert.Equal(pass.Final.Cell?.Values, inferred.Final.Cell?.Values);
        }
    }

    [Fact]
    public void A_pass_of_inference_is_refused_by_the_backward_pass_until_a_training_pass_has_reused_it()
    {
        LayerDraw draw = new(22);
        RecurrentLayer layer = draw.Layer("lstm", 3, 4);
        Tensor x = draw.Tensor(100, 2, 3), dy = draw.Tensor(100, 2, 4);
        RecurrentPass pass = layer.Infer(x);

        Assert.Contains(
            "pass comes from Infer", Assert.Throws<ArgumentException>(() => layer.Backward(pass, dy)).Message);
        float[] reused = [.. layer.Backward(layer.Forward(x, reuse: pass), dy).Input.Values];
        Assert.Equal(layer.Backward(layer.Forward(x), dy).Input.Values, reused);
    }

    private static RecurrentLayer OneDirection(RecurrentLayer both, string kind, int hidden, string suffix)
    {
        RecurrentLayer one = LayerDraw.Kinds[kind](both.InputSize, hidden, 1, false, 0);
        foreach (Parameter parameter in one.Parameters)
            both.Parameters[parameter.Name + suffix].Value.Values.CopyTo(parameter.Value.Values, 0);
        return one;
    }

    private static Tensor Half(Tensor y, int first, int count)
    {
        Tensor half = new(y.Shape[0], y.Shape[1], count);
        for (int t = 0; t < y.Shape[0]; t++)
        {
            for (int b = 0; b < y.Shape[1]; b++)
                y.At(t, b).Slice(first, count).CopyTo(half.At(t, b));
        }

        return half;
    }

    // Each sequence from its own last step to its first; past its end, zeros.
    private static Tensor Backwards(Tensor x, int[]? lengths)
    {
        Tensor turned = new([.. x.Shape]);
        for (int b = 0; b < x.Shape[1]; b++)
        {
            int length = lengths?[b] ?? x.Shape[0];
            for (int t = 0; t < length; t++)
                x.At(t, b).CopyTo(turned.At(length - 1 - t, b));
        }

        return turned;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_pass_with_reused_buffers_has_the_same_bits(string kind)
    {
        LayerDraw draw = new(6);
        RecurrentLayer layer = draw.Layer(kind, 2, 3, layers: 2, bidirectional: true);
        RecurrentPass used = layer.Forward(draw.Tensor(4, 2, 2), draw.State(layer, 2), lengths: [1, 4]);
        layer.Backward(used, draw.Tensor(4, 2, 6));
        layer.Parameters.ClearGradients();
        Tensor x = draw.Tensor(4, 2, 2);
        Tensor dy = draw.Tensor(4, 2, 6);

        RecurrentPass fresh = layer.Forward(x);
        float[] dx = layer.Backward(fresh, dy).Input.Values;
        RecurrentPass again = layer.Forward(x, reuse: used);

        Assert.Same(used, again);
        Assert.Equal(fresh.Output.Values, again.Output.Values);
        Assert.Equal(dx, layer.Backward(again, dy).Input.Values);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Saturated_and_very_long_sequences_stay_finite(string kind)
    {
        LayerDraw draw = new(7);
        // ReLU and the cell without a forget gate may grow without bound; small weights keep them from it.
        RecurrentLayer layer = draw.Layer(kind, 1, 4, bound: kind == "relu" ? .2f : .5f);
        Tensor x = draw.Tensor(10_000, 1, 1);
        for (int t = 0; t < 100; t++)
            x.Values[t] *= 1e6f;
        RecurrentPass pass = layer.Forward(x);
        Tensor dy = new(10_000, 1, 4);
        dy.At(9_999).Fill(1);
        RecurrentGradient gradient = layer.Backward(pass, dy);

        Assert.All(pass.Output.Values, value => Assert.True(float.IsFinite(value)));
        Assert.All(gradient.Input.Values, value => Assert.True(float.IsFinite(value)));
        Assert.All(
            layer.Parameters,
            parameter => Assert.All(parameter.Gradient.Values, value => Assert.True(float.IsFinite(value))));
    }

    // Padding units would make it NaN: 0 times infinity.
    [Theory]
    [InlineData("lstm")]
    [InlineData("lstm with peepholes")]
    [InlineData("gru")]
    [InlineData("gru, reset before")]
    public void An_infinite_input_saturates_the_units_and_spoils_nothing_else(string kind)
    {
        LayerDraw draw = new(13);
        RecurrentLayer layer = draw.Layer(kind, 3, 5);
        Tensor x = draw.Tensor(3, 2, 3);
        x[0, 1, 2] = float.PositiveInfinity;

        RecurrentPass pass = layer.Forward(x);
        RecurrentGradient gradient = layer.Backward(pass, draw.Tensor(3, 2, 5));

        Assert.All(pass.Output.Values, value => Assert.True(float.IsFinite(value)));
        Assert.All(gradient.Input.Values, value => Assert.True(float.IsFinite(value)));
        Assert.All(gradient.Initial.Hidden.Values, value => Assert.True(float.IsFinite(value)));
        Assert.All(layer.Parameters["weight_hh_l0"].Gradient.Values, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Differences_of_the_loss_agree_with_the_gradient_also_through_dropout(string kind)
    {
        LayerDraw draw = new(8);
        RecurrentLayer layer = draw.Layer(kind, 3, 6, layers: 2, bidirectional: true, dropout: .4f);
        Tensor x = draw.Tensor(5, 3, 3);
        Tensor dy = draw.Tensor(5, 3, 12);
        RecurrentPass Forward() => layer.Forward(x, lengths: [5, 2, 4], dropoutSource: new Xoshiro256(99));
        double Loss()
        {
            float[] y = Forward().Output.Values;
            return Enumerable.Range(0, y.Length).Sum(i => (double)y[i] * dy.Values[i]);
        }

        layer.Backward(Forward(), dy);

        const float small = 1e-2f;
        foreach (Parameter parameter in layer.Parameters)
        {
            // Along the gradient's own signs the change is the largest, and float's noise the smallest, beside it.
            float[] signs = [.. parameter.Gradient.Values.Select(g => (float)Math.Sign(g))];
            double Moved(float step)
            {
                for (int i = 0; i < signs.Length; i++)
                    parameter.Value.Values[i] += step * signs[i];
                double loss = Loss();
                for (int i = 0; i < signs.Length; i++)
                    parameter.Value.Values[i] -= step * signs[i];
                return loss;
            }

            double scale = small / Math.Sqrt(signs.Length);
            double found = (Moved((float)scale) - Moved((float)-scale)) / (2 * scale);
            double expected = parameter.Gradient.Values.Sum(g => Math.Abs((double)g));
            Assert.True(
                Math.Abs(found - expected) <= .02 * expected, $"{kind} {parameter}: {found} against {expected}");
        }
    }

    [Fact]
    public void Dropout_is_off_without_random_numbers_and_the_same_for_the_same_seed()
    {
        LayerDraw draw = new(9);
        RecurrentLayer layer = draw.Layer("lstm", 2, 8, layers: 2, dropout: .5f);
        Tensor x = draw.Tensor(3, 2, 2);
        float[] Output(int? seed) =>
            layer.Forward(x, dropoutSource: seed is { } given ? new Xoshiro256(given) : null).Output.Values;

        Assert.Equal(Output(1), Output(1));
        Assert.NotEqual(Output(1), Output(2));
        Assert.NotEqual(Output(1), Output(null));
        Assert.Equal(Output(null), Output(null));
    }

    [Fact]
    public void Dropout_draws_a_number_for_each_output_below_the_last_layer_and_none_for_the_last()
    {
        LayerDraw draw = new(14);
        RecurrentLayer layer = draw.Layer("gru", 2, 8, layers: 3, bidirectional: true, dropout: .5f);
        Xoshiro256 random = new(1), expected = new(1);

        layer.Forward(draw.Tensor(3, 2, 2), dropoutSource: random);

        for (int i = 0; i < 2 * 3 * 2 * 16; i++)
            expected.NextDouble();
        Assert.Equal(expected.NextDouble(), random.NextDouble());
    }

    [Fact]
    public void Gradients_of_two_passes_add_up()
    {
        LayerDraw draw = new(10);
        RecurrentLayer layer = draw.Layer("gru", 2, 3);
        RecurrentPass pass = layer.Forward(draw.Tensor(1, 1, 2));
        Tensor dy = draw.Tensor(1, 1, 3);

        layer.Backward(pass, dy);
        float[] once = [.. layer.Parameters[0].Gradient.Values];
        layer.Backward(pass, dy);

        Assert.Equal(once.Select(value => 2 * value), layer.Parameters[0].Gradient.Values);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_by_name()
    {
        LayerDraw draw = new(11);
        Lstm lstm = Lstm.Zeros(3, 4, layers: 2);
        Tensor x = draw.Tensor(5, 2, 3);
        RecurrentPass pass = lstm.Forward(x);

        AssertRefused("x has shape [5, 2, 4]; expected [time, batch, 3]", () => lstm.Forward(draw.Tensor(5, 2, 4)));
        AssertRefused("x has shape [0, 2, 3]", () => lstm.Forward(new Tensor(0, 2, 3)));
        AssertRefused("lengths has 1 numbers; expected 2", () => lstm.Forward(x, lengths: [5]));
        AssertRefused("lengths[1] is 6; expected 1 to 5", () => lstm.Forward(x, lengths: [5, 6]));
        AssertRefused("lengths[0] is 0; expected 1 to 5", () => lstm.Forward(x, lengths: [0, 5]));
        AssertRefused(
            "initial.Hidden has shape [1, 2, 4]; expected [2, 2, 4]",
            () => lstm.Forward(x, new RecurrentState(new Tensor(1, 2, 4))));
        AssertRefused("initial.Cell is missing", () => lstm.Forward(x, new RecurrentState(new Tensor(2, 2, 4))));
        AssertRefused(
            "initial.Cell is given",
            () => Gru.Zeros(3, 4).Forward(x, new RecurrentState(new Tensor(1, 2, 4), new Tensor(1, 2, 4))));
        AssertRefused(
            "dOutput has shape [5, 2, 3]; expected [5, 2, 4]", () => lstm.Backward(pass, draw.Tensor(5, 2, 3)));
        AssertRefused("pass is a pass of another layer", () => Lstm.Zeros(3, 4).Backward(pass, null));
        AssertRefused("x has shape [2, 4]; expected [batch, 3]", () => lstm.Step(draw.Tensor(2, 4)));
        AssertRefused("hiddenSize is 0; expected at least 1", () => Rnn.Zeros(3, 0));
        AssertRefused("rate is 1; expected at least 0 and less than 1", () => Rnn.Zeros(3, 4, dropout: 1));
        AssertRefused("x has shape [5, 0, 3]", () => lstm.Forward(new Tensor(5, 0, 3)));
        AssertRefused(
            "activation is 99; expected one of Tanh, Relu", () => new Rnn(3, 4, draw.Random, (Activation)99));
        AssertRefused(
            "resetPlacement is 99; expected one of BeforeProduct, AfterProduct",
            () => Gru.Zeros(3, 4, (ResetPlacement)99));
        AssertRefused("kind is 99; expected a LstmKind", () => Lstm.Zeros(3, 4, (LstmKind)99));
    }

    [Fact]
    public void Sizes_that_no_array_can_hold_are_refused_with_the_limit()
    {
        AssertRefused("hiddenSize is 100000; expected at most 46340", () => Lstm.Zeros(10, 100_000));
        AssertRefused("hiddenSize is 2147483647; expected at most 46340", () => Rnn.Zeros(1, int.MaxValue));
        AssertRefused("The shape [160000, 40000] has more values", () => Lstm.Zeros(1, 40_000));
        AssertRefused(
            "The shape [20000, 2000, 64] has more values",
            () => Lstm.Zeros(1, 1).Forward(new Tensor(20_000, 2_000, 1)));
    }

    [Fact]
    public void A_layer_that_reads_backwards_refuses_to_go_step_by_step() =>
        Assert.Throws<InvalidOperationException>(() => Rnn.Zeros(1, 1, bidirectional: true).Step(new Tensor(1, 1)));

    private static void AssertRefused(string why, Action wrong) =>
        Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(wrong).Message, StringComparison.Ordinal);

    private static Tensor Sequence(Tensor batch, int b, int length)
    {
        Tensor sequence = new(length, 1, batch.Shape[2]);
        for (int t = 0; t < length; t++)
            batch.At(t, b).CopyTo(sequence.At(t, 0));
        return sequence;
    }
}
