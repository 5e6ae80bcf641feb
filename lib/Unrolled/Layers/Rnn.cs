
namespace Unrolled;

/// <summary>torch.nn.RNN: h(t) = tanh(W x(t) + b_ih + U h(t−1) + b_hh), or the ReLU of the same.</summary>
/// <param name="inputSize">The features of x.</param>
/// <param name="hiddenSize">The units of one layer in one direction.</param>
/// <param name="activation">tanh or ReLU.</param>
/// <param name="layers">The number of layers.</param>
/// <param name="bidirectional">Whether every layer reads backwards too.</param>
/// <param name="dropout">The share of the outputs silenced between two layers while learning.</param>
public sealed class Rnn(
    int inputSize,
    int hiddenSize,
    Activation activation = Activation.Tanh,
    int layers = 1,
    bool bidirectional = false,
    float dropout = 0)
    : RecurrentLayer(
        inputSize, hiddenSize, layers, bidirectional, dropout, (size, suffix) => new RnnRecurrence(size, hiddenSize, activation, suffix))
{
    /// <summary>tanh or ReLU.</summary>
    public Activation Activation { get; } = activation;
}
