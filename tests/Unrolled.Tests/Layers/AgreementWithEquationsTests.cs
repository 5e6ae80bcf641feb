using FsCheck.Fluent;

namespace Unrolled.Tests.Layers;

public sealed class AgreementWithEquationsTests
{
    public static TheoryData<string> Kinds() => LayerDraw.KindNames();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Layers_and_equations_agree_on_outputs_and_gradients(string kind) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => AssertAgreement(kind, seed)).CheckSeeded();

    internal static void AssertAgreement(string kind, int seed)
    {
        LayerDraw draw = new(seed);
        (int time, int inputs, int hidden) =
            (1 + draw.Random.Next(30), 1 + draw.Random.Next(20), 1 + draw.Random.Next(40));
        RecurrentLayer layer = draw.Layer(kind, inputs, hidden, bound: 1 / MathF.Sqrt(hidden));
        Tensor x = draw.Tensor(time, 1, inputs);
        Tensor dy = draw.Tensor(time, 1, hidden);

        ICell cell = layer.CellOf(0, reverse: false);
        CellTrace run = cell.Run(Vectors(x));
        CellGradient expected = BackpropagationThroughTime.Gradient(cell, run, Vectors(dy));

        RecurrentPass pass = layer.Forward(x);
        RecurrentGradient gradient = layer.Backward(pass, dy);

        AssertNear("y", pass.Output, run.Outputs.SelectMany(y => y), 1e-5);
        AssertNear("dx", gradient.Input, expected.OfInputs.SelectMany(dx => dx), 1e-4);
        // The gradients, held in a cell, are read by the same conversion as weights are.
        RecurrentLayer gradients = LayerDraw.Kinds[kind](inputs, hidden, 1, false, 0);
        gradients.Load(expected.OfParameters);
        foreach (Parameter one in gradients.Parameters.Where(
            parameter => !parameter.Name.StartsWith("bias_hh", StringComparison.Ordinal)))
            AssertNear(
                one.Name, layer.Parameters[one.Name].Gradient, one.Value.Values.Select(value => (double)value), 1e-4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_layer_and_direction_is_read_as_a_cell_and_loaded_back(string kind)
    {
        LayerDraw draw = new(31);
        RecurrentLayer layer = draw.Layer(kind, 3, 4, layers: 2, bidirectional: true);
        RecurrentLayer copy = LayerDraw.Kinds[kind](3, 4, 2, true, 0);
        for (int l = 0; l < 2; l++)
        {
            copy.Load(layer.CellOf(l, reverse: false), l);
            copy.Load(layer.CellOf(l, reverse: true), l, reverse: true);
        }

        Tensor x = draw.Tensor(5, 2, 3);
        AssertNear("y", copy.Forward(x).Output, layer.Forward(x).Output.Values.Select(value => (double)value), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_whole_model_is_read_as_a_cell_of_the_same_outputs(string kind)
    {
        LayerDraw draw = new(33);
        foreach (int layers in new[] { 1, 3 })
        {
            SequenceModel model = new(draw.Layer(kind, 3, 5, layers), outputSize: 2, OutputAt.EveryStep, draw.Random);
            Tensor x = draw.Tensor(6, 1, 3);

            CellTrace run = model.ToCell().Run(Vectors(x));

            AssertNear("y", model.Forward(x).Output, run.Outputs.SelectMany(y => y), 1e-5);
        }
    }

    [Fact]
    public void A_model_that_reads_backwards_is_no_cell()
    {
        SequenceModel both = new(Gru.Zeros(2, 3, bidirectional: true), Dense.Zeros(6, 1), OutputAt.EveryStep);

        Assert.Contains(
            "reads backwards", Assert.Throws<InvalidOperationException>(() => both.ToCell()).Message);
    }

    [Fact]
    public void A_cell_of_other_equations_or_sizes_is_refused_and_changes_nothing()
    {
        LayerDraw draw = new(32);
        RecurrentLayer layer = draw.Layer("lstm", 3, 4);
        float[] before = [.. layer.Parameters.SelectMany(parameter => parameter.Value.Values)];

        Assert.Contains("GruCell", Assert.Throws<ArgumentException>(() => layer.Load(GruCell.Zeros(3, 4))).Message);
        Assert.Contains("5 units", Assert.Throws<ArgumentException>(() => layer.Load(LstmCell.Zeros(3, 5))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => layer.Load(LstmCell.Zeros(3, 4), layer: 1));
        Assert.Throws<ArgumentException>(() => layer.Load(LstmCell.Zeros(3, 4), reverse: true));
        Assert.Throws<ArgumentException>(() => Rnn.Zeros(3, 4).Load(RnnCell.Zeros(3, 4, Activation.Relu)));
        Assert.Equal(before, layer.Parameters.SelectMany(parameter => parameter.Value.Values));
    }

    [Fact]
    public void A_layer_of_another_kind_names_the_method_that_gives_its_cell()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Lstm.Zeros(3, 4, LstmKind.Peephole).ToCell());
        Assert.Contains(nameof(Lstm.ToPeepholeCell), error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Gru.Zeros(3, 4).ToCell(layer: 1));
        Assert.Throws<ArgumentException>(() => Gru.Zeros(3, 4).ToCell(reverse: true));
    }

    private static void AssertNear(string name, Tensor found, IEnumerable<double> expected, double tolerance)
    {
        double error = RelativeError.Of([.. found.Values.Select(value => (double)value)], [.. expected]);
        Assert.True(error <= tolerance, $"{name}: relative error {error:E1}");
    }

    private static Vector[] Vectors(Tensor sequence) =>
        [.. Enumerable.Range(0, sequence.Shape[0]).Select(
            t => Vector.Build.Dense(Array.ConvertAll(sequence.At(t).ToArray(), value => (double)value)))];
}
