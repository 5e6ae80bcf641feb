using Unrolled.Tests.Cells;

namespace Unrolled.Tests.Layers;

/// <summary>Outputs and gradients are finite for the largest and the smallest that may come.</summary>
public sealed class ExtremesTests
{
    public static TheoryData<string> Kinds() => LayerDraw.KindNames();

    public static TheoryData<string> CellNames => AllCells.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inputs_up_to_1e30_leave_outputs_and_gradients_finite(string kind)
    {
        foreach (float size in (float[])[1e-40f, 1e-20f, 1e6f, 1e15f, 1e30f])
        {
            LayerDraw draw = new(1);
            RecurrentLayer layer = draw.Layer(kind, 3, 5, layers: 2, bidirectional: true);
            Tensor x = draw.Tensor(4, 2, 3);
            for (int i = 0; i < x.Count; i++)
                x.Values[i] *= size;
            // A ReLU hands the size of its input on, and the gradient of a weight is a product with it.
            AssertFinite(layer, x, draw.Tensor(4, 2, 10));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weights_up_to_1e6_leave_outputs_and_gradients_finite(string kind)
    {
        foreach (float size in (float[])[1e-20f, 1e3f, 1e6f])
        {
            LayerDraw draw = new(2);
            // Without a bound, the outputs of a ReLU grow by the weights at every step: in three, to 1e20.
            RecurrentLayer layer = draw.Layer(kind, 3, 5, bound: size);
            AssertFinite(layer, draw.Tensor(kind == "relu" ? 3 : 20, 2, 3), draw.Tensor(kind == "relu" ? 3 : 20, 2, 5));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_hundred_thousand_steps_leave_outputs_and_gradients_finite(string kind)
    {
        foreach (int hidden in (int[])[1, 16])
        {
            LayerDraw draw = new(3);
            RecurrentLayer layer = draw.Layer(kind, 1, hidden, bound: kind == "relu" ? .9f / hidden : .5f);
            AssertFinite(layer, draw.Tensor(100_000, 1, 1), draw.Tensor(100_000, 1, hidden));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_step_of_one_sequence_with_one_unit_is_a_layer_like_any_other(string kind)
    {
        LayerDraw draw = new(4);
        RecurrentLayer layer = draw.Layer(kind, 1, 1);
        Tensor x = draw.Tensor(1, 1, 1);

        ICellStep step = LayerDraw.CellOf(layer).Run([Vector.Build.Dense(1, x.Values[0])])[0];

        Assert.Equal(step.Output[0], layer.Forward(x).Output.Values[0], 1e-6);
        AssertFinite(layer, x, draw.Tensor(1, 1, 1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_refused_by_name(string kind)
    {
        RecurrentLayer layer = new LayerDraw(5).Layer(kind, 3, 2);
        foreach (Tensor empty in (Tensor[])[new(0, 2, 3), new(2, 0, 3), new(2, 2, 0), new()])
        {
            Assert.StartsWith(
                $"x has shape {Tensor.Format([.. empty.Shape])}; expected [time, batch, 3]",
                Assert.Throws<ArgumentException>(() => layer.Forward(empty)).Message);
        }
    }

    [Theory]
    [MemberData(nameof(CellNames))]
    public void The_equations_stay_finite_with_inputs_up_to_1e30_and_weights_up_to_1e6(string name)
    {
        foreach ((double input, double weight) in ((double, double)[])[(1e30, .5), (1, 1e6), (1e-200, .5)])
        {
            Draw draw = new(6);
            ICell cell = draw.Weights(AllCells.Make(name), weight);
            AssertFinite(cell, draw.Sequence(4, 3, input), draw);
        }
    }

    [Theory]
    [MemberData(nameof(CellNames))]
    public void One_step_is_a_sequence_and_no_step_is_none(string name)
    {
        Draw draw = new(7);
        ICell cell = draw.Weights(AllCells.Make(name));

        AssertFinite(cell, draw.Sequence(1, 3), draw);
        Assert.Contains("xs", Assert.Throws<ArgumentException>(() => cell.Run([])).Message);
    }

    [NightlyTheory]
    [MemberData(nameof(CellNames))]
    public void The_equations_stay_finite_over_a_hundred_thousand_steps(string name)
    {
        Draw draw = new(8);
        // Small enough for a ReLU to forget.
        ICell cell = draw.Weights(AllCells.Make(name), .2);

        AssertFinite(cell, draw.Sequence(100_000, 3), draw);
    }

    private static void AssertFinite(RecurrentLayer layer, Tensor x, Tensor dOutput)
    {
        RecurrentPass pass = layer.Forward(x);
        RecurrentGradient gradient = layer.Backward(pass, dOutput);
        AssertFinite("y", pass.Output);
        AssertFinite("dx", gradient.Input);
        AssertFinite("dh_0", gradient.Initial.Hidden);
        if (gradient.Initial.Cell is { } cell)
            AssertFinite("dc_0", cell);
        foreach (Parameter parameter in layer.Parameters)
            AssertFinite(parameter.Name, parameter.Gradient);
    }

    private static void AssertFinite(string name, Tensor tensor)
    {
        int wrong = Array.FindIndex(tensor.Values, value => !float.IsFinite(value));
        Assert.True(wrong < 0, wrong < 0 ? "" : $"{name} is {tensor.Values[wrong]} at {wrong} of {tensor}");
    }

    private static void AssertFinite(ICell cell, Vector[] xs, Draw draw)
    {
        CellTrace run = cell.Run(xs);
        CellGradient gradient =
            BackpropagationThroughTime.Gradient(cell, run, draw.Sequence(xs.Length, cell.OutputSize));
        Assert.All(run.Outputs, y => Assert.All(y, value => Assert.True(double.IsFinite(value))));
        Assert.All(gradient.OfInputs, dx => Assert.All(dx, value => Assert.True(double.IsFinite(value))));
        Assert.All(
            gradient.OfParameters.Parameters,
            parameter => Assert.All(parameter.Values, value => Assert.True(double.IsFinite(value))));
    }
}
