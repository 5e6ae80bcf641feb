namespace Unrolled;

/// <summary>
/// A network that torch.nn does not have, computed as one batch. The recorded gates are apart; here they are blocks of
/// rows, and of the two biases the first takes the one recorded.
/// </summary>
internal sealed class VariantBatch
{
    private readonly VariantCase recorded;
    private readonly Computation computation;
    private readonly RecurrentLayer layer;
    private readonly string[] gates;
    private readonly bool hasCells;

    private VariantBatch(VariantCase recorded)
    {
        this.recorded = recorded;
        computation = new Computation(recorded, Tolerances.OfLayers);
        (int inputs, int hidden) = (recorded.InputSize, recorded.HiddenSize);
        (layer, gates) = recorded.Kind switch
        {
            VariantKind.LstmNoForget =>
                ((RecurrentLayer)Lstm.Zeros(inputs, hidden, LstmKind.WithoutForgetGate), new[] { "i", "g", "o" }),
            VariantKind.LstmPeephole => (Lstm.Zeros(inputs, hidden, LstmKind.Peephole), ["i", "f", "g", "o"]),
            VariantKind.GruResetBefore => (Gru.Zeros(inputs, hidden, ResetPlacement.BeforeProduct), ["r", "z", "n"]),
            _ => throw new NotSupportedException($"The variant {recorded.Kind} cannot be computed."),
        };
        hasCells = layer is Lstm;
    }

    internal static Computation Of(VariantCase recorded)
    {
        VariantBatch one = new(recorded);
        one.Compute();
        return one.computation;
    }

    private void Compute()
    {
        (int time, int batch, int hidden) = (recorded.SeqLen, recorded.Batch, recorded.HiddenSize);
        Load();
        RecurrentPass pass = layer.Forward(
            computation.Take("x", time, batch, recorded.InputSize).ToTensor(),
            new RecurrentState(
                computation.Take("h0", batch, hidden).ToTensor(1, batch, hidden),
                hasCells ? computation.Take("c0", batch, hidden).ToTensor(1, batch, hidden) : null));
        RecurrentGradient gradient = layer.Backward(
            pass, computation.Take("upstream.y", time, batch, hidden).ToTensor());

        computation.Compute(pass.Output.Named("y"));
        computation.Compute(pass.Final.Hidden.Named("h_n", batch, hidden));
        computation.ComputeGradient(gradient.Input.Named("grad.x"));
        computation.ComputeGradient(gradient.Initial.Hidden.Named("grad.h0", batch, hidden));
        if (hasCells)
        {
            computation.Compute(pass.Final.Cell!.Named("c_n", batch, hidden));
            computation.ComputeGradient(gradient.Initial.Cell!.Named("grad.c0", batch, hidden));
        }

        ComputeGradients();
    }

    private void Load()
    {
        foreach ((string name, Parameter parameter, int block, string gate) in Blocks())
        {
            int[] shape = [recorded.HiddenSize, .. parameter.Value.Shape.Skip(1)];
            float[] values = computation.Take(name, shape).ToFloats();
            float sign = Sign(gate);
            for (int i = 0; i < values.Length; i++)
                parameter.Value.Values[block * values.Length + i] = sign * values[i];
        }
    }

    private void ComputeGradients()
    {
        foreach ((string name, Parameter parameter, int block, string gate) in Blocks())
        {
            int[] shape = [recorded.HiddenSize, .. parameter.Value.Shape.Skip(1)];
            int size = shape.Aggregate(1, (product, length) => product * length);
            float sign = Sign(gate);
            float[] values = [.. parameter.Gradient.Values.Skip(block * size).Take(size).Select(value => sign * value)];
            computation.ComputeGradient(NamedTensor.Create($"grad.{name}", shape, values));
        }
    }

    private IEnumerable<(string Name, Parameter Parameter, int Block, string Gate)> Blocks()
    {
        for (int block = 0; block < gates.Length; block++)
        {
            string gate = gates[block];
            yield return ($"W_{gate}", layer.Parameters["weight_ih_l0"], block, gate);
            yield return ($"U_{gate}", layer.Parameters["weight_hh_l0"], block, gate);
            yield return ($"b_{gate}", layer.Parameters["bias_ih_l0"], block, gate);
        }

        if (recorded.Kind != VariantKind.LstmPeephole)
            yield break;
        string[] peepholes = ["i", "f", "o"];
        for (int block = 0; block < peepholes.Length; block++)
            yield return ($"p_{peepholes[block]}", layer.Parameters["weight_peephole_l0"], block, peepholes[block]);
    }

    // Recorded with the z that takes the candidate; here z keeps the old state.
    private static float Sign(string gate) => gate == "z" ? -1 : 1;
}
