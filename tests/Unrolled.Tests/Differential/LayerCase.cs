using System.Globalization;
using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Differential;

/// <summary>
/// A configuration with its numbers, and what the layers make of them. The tensors have torch's names: y, h_n, c_n, and
/// of the backward pass dx, dh_0, dc_0 and d before each parameter's name.
/// </summary>
internal sealed class LayerCase
{
    private readonly RecurrentPass pass;

    internal LayerCase(Configuration configuration)
    {
        Configuration = configuration;
        (int time, int batch) = (configuration.Time, configuration.Batch);
        LayerDraw draw = new(configuration.Seed);
        Layer = draw.Layer(
            configuration.Kind, configuration.Inputs, configuration.Hidden, configuration.Layers,
            configuration.Bidirectional, bound: configuration.Scale / MathF.Sqrt(configuration.Hidden));
        X = draw.Tensor(time, batch, configuration.Inputs);
        Initial = configuration.Initial ? draw.State(Layer, batch) : null;
        Lengths = [.. Enumerable.Range(0, batch).Select(
            _ => configuration.Lengths ? 1 + draw.Random.Next(time) : time)];
        DOutput = configuration.Gradients.HasFlag(LossOf.Outputs) ? draw.Tensor(time, batch, Layer.OutputSize) : null;
        DFinal = configuration.Gradients.HasFlag(LossOf.Final) ? draw.State(Layer, batch) : null;
        pass = Layer.Forward(X, Initial, configuration.Lengths ? Lengths : null);
    }

    internal Configuration Configuration { get; }

    internal RecurrentLayer Layer { get; }

    /// <summary>[time, batch, input].</summary>
    internal Tensor X { get; }

    internal RecurrentState? Initial { get; }

    /// <summary>The length of each sequence.</summary>
    internal int[] Lengths { get; }

    /// <summary>dL/dy, [time, batch, directions · hidden]; null for 0.</summary>
    internal Tensor? DOutput { get; }

    internal RecurrentState? DFinal { get; }

    /// <summary>The output of each layer, [time, batch, directions · hidden].</summary>
    internal IReadOnlyList<Tensor> LayerOutputs => [.. pass.LayerOutputs.Select(output => output!)];

    /// <summary>Makes the loss independent of a sequence, for which no gradient can be compared.</summary>
    internal void LeaveOut(int sequence)
    {
        for (int t = 0; DOutput is not null && t < DOutput.Shape[0]; t++)
            DOutput.At(t, sequence).Clear();
        for (int i = 0; DFinal is not null && i < DFinal.Hidden.Shape[0]; i++)
        {
            DFinal.Hidden.At(i, sequence).Clear();
            if (DFinal.Cell is { } cell)
                cell.At(i, sequence).Clear();
        }
    }

    /// <summary>What another implementation needs to compute the same.</summary>
    internal SafetensorsFile ToFile()
    {
        List<NamedTensor> tensors = [.. Layer.Parameters.ToTensors(), X.Named("x")];
        if (DOutput is not null)
            tensors.Add(DOutput.Named("dy"));
        AddState(tensors, Initial, "_0");
        AddState(tensors, DFinal, "_n");
        return new SafetensorsFile(tensors, new Dictionary<string, string>
        {
            ["kind"] = Configuration.Kind,
            ["hidden"] = Text(Configuration.Hidden),
            ["layers"] = Text(Configuration.Layers),
            ["directions"] = Text(Layer.DirectionCount),
            ["lengths"] = Configuration.Lengths ? string.Join(',', Lengths.Select(Text)) : "",
        });
    }

    /// <summary>Every tensor of the forward pass and of the backward pass.</summary>
    internal Dictionary<string, double[]> Results()
    {
        RecurrentGradient gradient = Layer.Backward(pass, DOutput, DFinal);
        Dictionary<string, double[]> results = new()
        {
            ["y"] = Doubles(pass.Output),
            ["h_n"] = Doubles(pass.Final.Hidden),
            ["dx"] = Doubles(gradient.Input),
            ["dh_0"] = Doubles(gradient.Initial.Hidden),
        };
        if (pass.Final.Cell is { } cell)
            (results["c_n"], results["dc_0"]) = (Doubles(cell), Doubles(gradient.Initial.Cell!));
        foreach (Parameter parameter in Layer.Parameters)
            results[$"d{parameter.Name}"] = Doubles(parameter.Gradient);
        return results;
    }

    // Of the initial state the values, of the final one the gradients.
    private static void AddState(List<NamedTensor> tensors, RecurrentState? state, string suffix)
    {
        string prefix = suffix == "_n" ? "d" : "";
        if (state is not null)
            tensors.Add(state.Hidden.Named($"{prefix}h{suffix}"));
        if (state?.Cell is not null)
            tensors.Add(state.Cell.Named($"{prefix}c{suffix}"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double[] Doubles(Tensor tensor) => Array.ConvertAll(tensor.Values, value => (double)value);
}
