using Unrolled.Equations;
using Unrolled.Equations.Foundations;
using Unrolled.ReferenceCases;

namespace Unrolled.Parity.Cases;

/// <summary>The equations' cells for the layers of torch.nn.</summary>
internal static class RecurrentCells
{
    internal static ICell Create(RecurrentKind kind, int inputSize, int hiddenSize) => kind switch
    {
        RecurrentKind.RnnTanh => new Rnn(inputSize, hiddenSize),
        RecurrentKind.RnnRelu => new Rnn(inputSize, hiddenSize, Activation.Relu),
        RecurrentKind.Lstm => new Lstm(inputSize, hiddenSize),
        RecurrentKind.Gru => new Gru(inputSize, hiddenSize),
        _ => throw new NotSupportedException($"The kind {kind} cannot be computed."),
    };
}
