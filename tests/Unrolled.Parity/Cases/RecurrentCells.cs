using Unrolled.ReferenceCases;

namespace Unrolled.Parity.Cases;

/// <summary>The equations' cells for the layers of torch.nn.</summary>
internal static class RecurrentCells
{
    internal static ICell Create(RecurrentKind kind, int inputSize, int hiddenSize) => kind switch
    {
        RecurrentKind.RnnTanh => new RnnCell(inputSize, hiddenSize),
        RecurrentKind.RnnRelu => new RnnCell(inputSize, hiddenSize, Activation.Relu),
        RecurrentKind.Lstm => new LstmCell(inputSize, hiddenSize),
        RecurrentKind.Gru => new GruCell(inputSize, hiddenSize),
        _ => throw new NotSupportedException($"The kind {kind} cannot be computed."),
    };
}
