using FsCheck.Fluent;
using Unrolled.ReferenceCases;

namespace Unrolled.Tests.Layers;

public sealed class AgreementWithEquationsTests
{
    [Theory]
    [InlineData("rnn")]
    [InlineData("relu")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void Layers_and_equations_agree_on_outputs_and_gradients(string kind) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => AssertAgreement(kind, seed)).CheckSeeded();

    private static void AssertAgreement(string kind, int seed)
    {
        LayerDraw draw = new(seed);
        (int time, int inputs, int hidden) = (1 + draw.Random.Next(30), 1 + draw.Random.Next(20), 1 + draw.Random.Next(40));
        RecurrentLayer layer = draw.Layer(kind, inputs, hidden, bound: 1 / MathF.Sqrt(hidden));
        Tensor x = draw.Tensor(time, 1, inputs);
        Tensor dy = draw.Tensor(time, 1, hidden);

        ICell cell = kind switch
        {
            "rnn" => new RnnCell(inputs, hidden),
            "relu" => new RnnCell(inputs, hidden, Activation.Relu),
            "lstm" => new LstmCell(inputs, hidden),
            _ => new GruCell(inputs, hidden),
        };
        TorchWeights.Read(cell, new SafetensorsFile(layer.Parameters.ToTensors()));
        CellTrace run = cell.Run(Vectors(x));
        CellGradient expected = BackpropagationThroughTime.Gradient(cell, run, Vectors(dy));

        RecurrentPass pass = layer.Forward(x);
        RecurrentGradient gradient = layer.Backward(pass, dy);

        AssertNear("y", pass.Output, run.Outputs.SelectMany(y => y), 1e-5);
        AssertNear("dx", gradient.Input, expected.OfInputs.SelectMany(dx => dx), 1e-4);
        foreach (NamedTensor one in TorchWeights.WriteGradients(expected.OfParameters))
            AssertNear(one.Name, layer.Parameters[one.Name].Gradient, one.ToDoubles(), 1e-4);
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
