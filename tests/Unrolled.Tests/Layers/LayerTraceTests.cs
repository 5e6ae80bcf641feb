namespace Unrolled.Tests.Layers;

public sealed class LayerTraceTests
{
    public static TheoryData<string> Kinds() => LayerDraw.KindNames();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_quantity_of_every_layer_and_direction_is_that_of_the_equations(string kind)
    {
        LayerDraw draw = new(1);
        RecurrentLayer layer = draw.Layer(kind, 3, 21, layers: 2, bidirectional: true);
        Tensor x = draw.Tensor(7, 3, 3);
        int[] lengths = [7, 4, 1];

        RecurrentPass pass = layer.Forward(x, lengths: lengths);

        for (int b = 0; b < lengths.Length; b++)
        {
            Vector[] below = Vectors(x, b, lengths[b]);
            for (int l = 0; l < 2; l++)
            {
                foreach (bool reverse in new[] { false, true })
                {
                    Vector[] read = reverse ? [.. below.Reverse()] : below;
                    CellTrace expected = layer.CellOf(l, reverse).Run(read);
                    LayerTrace trace = pass.Trace(l, reverse);
                    foreach (string name in trace.Names)
                        AssertNear(name, Ordered(expected.Matrix(name), reverse), trace.Matrix(name, b));
                }

                below = Vectors(pass.LayerOutputs[l], b, lengths[b]);
            }
        }
    }

    [Theory]
    [InlineData("rnn", "a h")]
    [InlineData("lstm", "i f g o c tanh_c h")]
    [InlineData("lstm without forget gate", "i g o c tanh_c h")]
    [InlineData("lstm with peepholes", "i f g o c tanh_c h")]
    [InlineData("gru", "n r z q h")]
    [InlineData("gru, reset before", "r z n rq h")]
    public void The_names_are_those_of_the_equations(string kind, string names)
    {
        RecurrentLayer layer = new LayerDraw(1).Layer(kind, 1, 2);

        LayerTrace trace = layer.Forward(new Tensor(1, 1, 1)).Trace();

        Assert.Equal(names.Split(' '), trace.Names);
        Assert.Subset(
            layer.CellOf(0, reverse: false).Run([Vector.Build.Dense(1)]).Names.ToHashSet(), trace.Names.ToHashSet());
    }

    [Fact]
    public void A_pass_that_keeps_no_gates_is_refused_by_name()
    {
        RecurrentPass pass = new LayerDraw(1).Layer("lstm", 1, 2).Infer(new Tensor(1, 1, 1));

        Assert.Contains(
            "look inside one of Forward", Assert.Throws<InvalidOperationException>(() => pass.Trace()).Message);
    }

    [Fact]
    public void Past_a_sequences_length_everything_is_0_and_a_unit_has_as_many_steps_as_its_sequence()
    {
        LayerDraw draw = new(2);
        LayerTrace trace = draw.Layer("lstm", 2, 3).Forward(draw.Tensor(5, 2, 2), lengths: [5, 2]).Trace();

        Assert.All(trace.Names, name =>
        {
            Tensor values = trace[name];
            Assert.Equal([5, 2, 3], values.Shape);
            Assert.All(Enumerable.Range(2, 3), t => Assert.Equal([0, 0, 0], values.At(t, 1).ToArray()));
            Assert.DoesNotContain(0, values.At(4, 0).ToArray());
        });
        Assert.Equal(5, trace.Unit("f", 1).Length);
        Assert.Equal([trace["f"][0, 1, 2], trace["f"][1, 1, 2]], trace.Unit("f", 2, sequence: 1));
    }

    [Fact]
    public void Training_goes_on_unchanged_after_a_trace_was_read()
    {
        float[] Gradients(bool read)
        {
            LayerDraw draw = new(3);
            RecurrentLayer layer = draw.Layer("gru, reset before", 2, 5);
            RecurrentPass pass = layer.Forward(draw.Tensor(6, 2, 2));
            if (read)
                Assert.All(pass.Trace().Names, name => pass.Trace()[name].Clear());
            layer.Backward(pass, draw.Tensor(6, 2, 5));
            return [.. layer.Parameters.SelectMany(parameter => parameter.Gradient.Values)];
        }

        Assert.Equal(Gradients(read: false), Gradients(read: true));
    }

    [Fact]
    public void The_outputs_of_every_layer_are_the_hidden_states_of_both_directions()
    {
        LayerDraw draw = new(4);
        RecurrentLayer layer = draw.Layer("gru", 2, 3, layers: 3, bidirectional: true, dropout: .5f);

        RecurrentPass pass = layer.Forward(draw.Tensor(4, 2, 2), dropoutSource: draw.Random);

        Assert.Equal(3, pass.LayerOutputs.Count);
        Assert.Same(pass.Output, pass.LayerOutputs[2]);
        for (int l = 0; l < 3; l++)
        {
            (Tensor forward, Tensor backward) = (pass.Trace(l)["h"], pass.Trace(l, reverse: true)["h"]);
            Assert.Equal([.. forward.At(1, 1), .. backward.At(1, 1)], pass.LayerOutputs[l].At(1, 1).ToArray());
        }
    }

    [Fact]
    public void What_a_layer_does_not_have_is_refused_by_name()
    {
        RecurrentPass pass = Gru.Zeros(1, 2).Forward(new Tensor(3, 2, 1));

        Assert.Equal(
            "No quantity f; there are n, r, z, q, h.",
            Assert.Throws<KeyNotFoundException>(() => pass.Trace()["f"]).Message);
        Assert.Throws<KeyNotFoundException>(() => pass.Trace()["c"]);
        Assert.StartsWith(
            "layer is 1; expected 0 to 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => pass.Trace(layer: 1)).Message);
        Assert.StartsWith(
            "The layer reads forwards alone",
            Assert.Throws<ArgumentException>(() => pass.Trace(reverse: true)).Message);
        Assert.StartsWith(
            "unit is 2; expected 0 to 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => pass.Trace().Unit("h", 2)).Message);
        Assert.StartsWith(
            "sequence is 2; expected 0 to 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => pass.Trace().Matrix("h", 2)).Message);
    }

    private static Matrix Ordered(Matrix steps, bool reverse) =>
        reverse ? Matrix.Build.DenseOfColumnVectors(steps.EnumerateColumns().Reverse()) : steps;

    private static Vector[] Vectors(Tensor sequences, int b, int length) =>
        [.. Enumerable.Range(0, length).Select(
            t => Vector.Build.Dense(Array.ConvertAll(sequences.At(t, b).ToArray(), value => (double)value)))];

    private static void AssertNear(string name, Matrix expected, Matrix found)
    {
        double error = RelativeError.Of(found.ToColumnMajorArray(), expected.ToColumnMajorArray());
        Assert.True(error <= 1e-5, $"{name}: relative error {error:E1}");
    }
}
