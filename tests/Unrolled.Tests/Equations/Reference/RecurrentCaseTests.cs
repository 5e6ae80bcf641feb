using Unrolled.Equations;
using Unrolled.Equations.Foundations;
using Unrolled.Equations.Interchange;
using Unrolled.Equations.Learning;
using Unrolled.ReferenceCases;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Tests.Equations.Reference;

/// <summary>
/// torch.nn's layers as TorchSharp computed them: outputs, final states, and the gradient of everything.
/// </summary>
public class RecurrentCaseTests
{
    private const double Tolerance = 1e-10;

    public static TheoryData<string> Layers => Recorded.NamesOf<LayerCase>();

    public static TheoryData<string> PackedSequences => Recorded.NamesOf<PackedCase>();

    [Theory]
    [MemberData(nameof(Layers))]
    public void Outputs_states_and_gradients_of_a_layer_are_TorchSharps(string name) =>
        AssertSame(Recorded.Case<LayerCase>(name));

    [Theory]
    [MemberData(nameof(PackedSequences))]
    public void Outputs_states_and_gradients_of_packed_sequences_are_TorchSharps(string name) =>
        AssertSame(Recorded.Case<PackedCase>(name));

    internal static ICell MakeCell(RecurrentKind kind, int inputSize, int hiddenSize) => kind switch
    {
        RecurrentKind.RnnTanh => new Rnn(inputSize, hiddenSize),
        RecurrentKind.RnnRelu => new Rnn(inputSize, hiddenSize, Activation.Relu),
        RecurrentKind.Lstm => new Lstm(inputSize, hiddenSize),
        RecurrentKind.Gru => new Gru(inputSize, hiddenSize),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static void AssertSame(RecurrentCase recorded)
    {
        var tensors = recorded.Tensors;
        int directions = recorded.Bidirectional ? 2 : 1;
        var found = new FoundTensors(recorded, directions);
        ParameterSet? sum = null;
        IReadOnlyList<ICell> gradientCells = [];
        for (int b = 0; b < recorded.Batch; b++)
        {
            int length = tensors.Contains("lengths") ? (int)tensors["lengths"].ToInt64s()[b] : recorded.SeqLen;
            var xs = tensors["x"].Sequence(b, length);
            var dys = tensors["upstream.y"].Sequence(b, length);
            var pass = recorded.Bidirectional
                ? BothWays(recorded, b, xs, dys)
                : OneWay(recorded, b, xs, dys);

            found.Set(b, pass);
            if (sum is null)
                (sum, gradientCells) = (Joined(pass.Gradients), pass.Gradients);
            else
                sum.Accumulate(Joined(pass.Gradients));
        }

        foreach (var tensor in gradientCells.SelectMany((cell, i) => TorchWeights.WriteGradients(
            cell, i / directions, i % directions == 1, "grad.")))
            found.Tensors[tensor.Name] = tensor.ToDoubles();
        Recorded.AssertNear(tensors, found.Tensors, Tolerance);
        Assert.Equal(tensors.ResultNames().Order(), found.Tensors.Keys.Order());
    }

    private static SequencePass OneWay(RecurrentCase recorded, int b, Vector[] xs, Vector[] dys)
    {
        var cells = Enumerable.Range(0, recorded.NumLayers).Select(l => MakeCell(
            recorded.Kind, l == 0 ? recorded.InputSize : recorded.HiddenSize, recorded.HiddenSize));
        var network = new Deep([.. cells]);
        TorchWeights.Read(network, recorded.Tensors);
        State Whole(string h, string c) => new(
            [.. Enumerable.Range(0, recorded.NumLayers).SelectMany(l => StateAt(recorded, h, c, l, b))]);

        var run = network.Run(xs, Whole("h0", "c0"));
        var gradient = BackpropagationThroughTime.Gradient(network, run, dys, Whole("upstream.h_n", "upstream.c_n"));

        IReadOnlyList<State> ByLayer(State whole)
        {
            int parts = network.Layers[0].StateSizes.Count;
            return [.. Enumerable.Range(0, recorded.NumLayers).Select(l => whole.Slice(l * parts, parts))];
        }

        return new SequencePass(
            run.Outputs,
            ByLayer(run.Final),
            gradient.OfInputs,
            ByLayer(gradient.OfInitialState),
            ((Deep)gradient.OfParameters).Layers);
    }

    private static SequencePass BothWays(RecurrentCase recorded, int b, Vector[] xs, Vector[] dys)
    {
        var layers = Enumerable.Range(0, recorded.NumLayers).Select(l =>
        {
            int input = l == 0 ? recorded.InputSize : 2 * recorded.HiddenSize;
            return new Bidirectional(
                MakeCell(recorded.Kind, input, recorded.HiddenSize),
                MakeCell(recorded.Kind, input, recorded.HiddenSize));
        });
        var network = new DeepBidirectional([.. layers]);
        TorchWeights.Read(network, recorded.Tensors);
        (State, State)[] ByLayer(string h, string c) => [.. Enumerable.Range(0, recorded.NumLayers).Select(
            l => (StateAt(recorded, h, c, 2 * l, b), StateAt(recorded, h, c, 2 * l + 1, b)))];

        var run = network.Run(xs, ByLayer("h0", "c0"));
        var gradient = network.Gradient(run, dys, ByLayer("upstream.h_n", "upstream.c_n"));
        var directions = gradient.Layers.SelectMany(layer => new[] { layer.Forward, layer.Backward }).ToList();

        return new SequencePass(
            run.Outputs,
            [.. run.Layers.SelectMany(layer => new[] { layer.Forward.Final, layer.Backward.Final })],
            gradient.OfInputs,
            [.. directions.Select(direction => direction.OfInitialState)],
            [.. directions.Select(direction => direction.OfParameters)]);
    }

    private static State StateAt(RecurrentCase recorded, string h, string c, int layer, int b) =>
        recorded.Tensors.Contains(c)
            ? new(recorded.Tensors[h].At(layer, b), recorded.Tensors[c].At(layer, b))
            : new(recorded.Tensors[h].At(layer, b));

    private static ParameterSet Joined(IReadOnlyList<ICell> cells)
    {
        var joined = new ParameterSet();
        for (int i = 0; i < cells.Count; i++)
            joined.Add($"{i}", cells[i].Parameters);
        return joined;
    }

    private sealed record SequencePass(
        IReadOnlyList<Vector> Outputs,
        IReadOnlyList<State> Finals,
        IReadOnlyList<Vector> InputGradients,
        IReadOnlyList<State> InitialGradients,
        IReadOnlyList<ICell> Gradients);

    private sealed class FoundTensors
    {
        private readonly BatchTensor y;
        private readonly BatchTensor gradX;
        private readonly BatchTensor[] finals;
        private readonly BatchTensor[] initialGradients;

        internal FoundTensors(RecurrentCase recorded, int directions)
        {
            int states = recorded.Kind == RecurrentKind.Lstm ? 2 : 1;
            BatchTensor NewState() => new(recorded.NumLayers * directions, recorded.Batch, recorded.HiddenSize);
            y = new(recorded.SeqLen, recorded.Batch, directions * recorded.HiddenSize);
            gradX = new(recorded.SeqLen, recorded.Batch, recorded.InputSize);
            finals = [.. Enumerable.Range(0, states).Select(_ => NewState())];
            initialGradients = [.. Enumerable.Range(0, states).Select(_ => NewState())];

            Tensors["y"] = y.Values;
            Tensors["grad.x"] = gradX.Values;
            foreach ((int i, string name) in new[] { "h", "c" }.Take(states).Index())
            {
                Tensors[$"{name}_n"] = finals[i].Values;
                Tensors[$"grad.{name}0"] = initialGradients[i].Values;
            }
        }

        internal Dictionary<string, double[]> Tensors { get; } = [];

        internal void Set(int b, SequencePass pass)
        {
            for (int t = 0; t < pass.Outputs.Count; t++)
            {
                y.Set(t, b, pass.Outputs[t]);
                gradX.Set(t, b, pass.InputGradients[t]);
            }

            for (int layer = 0; layer < pass.Finals.Count; layer++)
            {
                for (int part = 0; part < finals.Length; part++)
                {
                    finals[part].Set(layer, b, pass.Finals[layer][part]);
                    initialGradients[part].Set(layer, b, pass.InitialGradients[layer][part]);
                }
            }
        }
    }
}
