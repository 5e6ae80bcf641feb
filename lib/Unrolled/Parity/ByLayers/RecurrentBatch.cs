namespace Unrolled;

/// <summary>One call of torch.nn.RNN, LSTM or GRU, computed as one batch.</summary>
internal static class RecurrentBatch
{
    internal static Computation Of(RecurrentCase recorded)
    {
        Computation computation = new(recorded, Tolerances.OfLayers);
        RecurrentLayer layer = RecurrentLayers.Create(
            recorded.Kind, recorded.InputSize, recorded.HiddenSize, recorded.NumLayers, recorded.Bidirectional);
        layer.Parameters.Load(recorded.Tensors);
        RecurrentState TakeState(string hidden, string cell)
        {
            int[] shape = [layer.LayerCount * layer.DirectionCount, recorded.Batch, recorded.HiddenSize];
            return new RecurrentState(
                computation.Take(hidden, shape).ToTensor(),
                recorded.Kind == RecurrentKind.Lstm ? computation.Take(cell, shape).ToTensor() : null);
        }

        RecurrentPass pass = layer.Forward(
            computation.Take("x", recorded.SeqLen, recorded.Batch, recorded.InputSize).ToTensor(),
            TakeState("h0", "c0"),
            recorded is PackedCase ? Lengths(recorded, computation) : null);
        RecurrentGradient gradient = layer.Backward(
            pass,
            computation.Take("upstream.y", recorded.SeqLen, recorded.Batch, layer.OutputSize).ToTensor(),
            TakeState("upstream.h_n", "upstream.c_n"));

        computation.Compute(pass.Output.Named("y"));
        computation.Compute(pass.Final.Hidden.Named("h_n"));
        computation.ComputeGradient(gradient.Input.Named("grad.x"));
        computation.ComputeGradient(gradient.Initial.Hidden.Named("grad.h0"));
        if (recorded.Kind == RecurrentKind.Lstm)
        {
            computation.Compute(pass.Final.Cell!.Named("c_n"));
            computation.ComputeGradient(gradient.Initial.Cell!.Named("grad.c0"));
        }

        foreach (NamedTensor parameter in layer.Parameters.GradientsToTensors())
            computation.ComputeGradient(parameter);
        return computation;
    }

    private static int[] Lengths(RecurrentCase recorded, Computation computation) =>
        [.. computation.Take("lengths", recorded.Batch).ToInt64s().Select(length => checked((int)length))];
}
