namespace Unrolled;

/// <summary>The layers that correspond to those of torch.nn.</summary>
internal static class RecurrentLayers
{
    internal static RecurrentLayer Create(
        RecurrentKind kind, int inputSize, int hiddenSize, int layers = 1, bool bidirectional = false) => kind switch
        {
            RecurrentKind.RnnTanh => Rnn.Zeros(inputSize, hiddenSize, Activation.Tanh, layers, bidirectional),
            RecurrentKind.RnnRelu => Rnn.Zeros(inputSize, hiddenSize, Activation.Relu, layers, bidirectional),
            RecurrentKind.Lstm => Lstm.Zeros(inputSize, hiddenSize, LstmKind.Standard, layers, bidirectional),
            RecurrentKind.Gru => Gru.Zeros(inputSize, hiddenSize, ResetPlacement.AfterProduct, layers, bidirectional),
            _ => throw new NotSupportedException($"The kind {kind} cannot be computed."),
        };
}
