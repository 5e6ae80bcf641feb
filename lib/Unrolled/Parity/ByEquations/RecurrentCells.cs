namespace Unrolled;

/// <summary>The equations' cells for the layers of torch.nn.</summary>
internal static class RecurrentCells
{
    internal static ICell Create(RecurrentKind kind, int inputSize, int hiddenSize) => kind switch
    {
        RecurrentKind.RnnTanh => RnnCell.Zeros(inputSize, hiddenSize),
        RecurrentKind.RnnRelu => RnnCell.Zeros(inputSize, hiddenSize, Activation.Relu),
        RecurrentKind.Lstm => LstmCell.Zeros(inputSize, hiddenSize),
        RecurrentKind.Gru => GruCell.Zeros(inputSize, hiddenSize),
        _ => throw new NotSupportedException($"The kind {kind} cannot be computed."),
    };
}
