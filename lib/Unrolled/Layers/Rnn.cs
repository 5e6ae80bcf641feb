
namespace Unrolled;

/// <summary>torch.nn.RNN: h(t) = tanh(W x(t) + b_ih + U h(t−1) + b_hh), or the ReLU of the same.</summary>
public sealed class Rnn : RecurrentLayer
{
    /// <summary>A layer whose parameters are drawn from U[−1/√hidden, 1/√hidden), as in torch.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="hiddenSize">The units of one layer in one direction.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="activation">tanh or ReLU.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="bidirectional">Whether every layer reads backwards too.</param>
    /// <param name="dropout">The share of the outputs dropped between two layers during training.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size, a number of layers or the dropout is out of range.
    /// </exception>
    public Rnn(
        int inputSize,
        int hiddenSize,
        Random random,
        Activation activation = Activation.Tanh,
        int layers = 1,
        bool bidirectional = false,
        float dropout = 0)
        : this(inputSize, hiddenSize, activation, layers, bidirectional, dropout) =>
        Parameters.DrawUniform(1 / Math.Sqrt(hiddenSize), random);

    private Rnn(int inputSize, int hiddenSize, Activation activation, int layers, bool bidirectional, float dropout)
        : base(
            inputSize, hiddenSize, layers, bidirectional, dropout,
            (size, suffix) => new RnnRecurrence(
                size, hiddenSize, LayerCheck.RequireDefined(activation, nameof(activation)), suffix)) =>
        Activation = activation;

    /// <summary>A layer whose parameters are all 0.</summary>
    /// <param name="inputSize">The features of x.</param>
    /// <param name="hiddenSize">The units of one layer in one direction.</param>
    /// <param name="activation">tanh or ReLU.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="bidirectional">Whether every layer reads backwards too.</param>
    /// <param name="dropout">The share of the outputs dropped between two layers during training.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size, a number of layers or the dropout is out of range.
    /// </exception>
    public static Rnn Zeros(
        int inputSize,
        int hiddenSize,
        Activation activation = Activation.Tanh,
        int layers = 1,
        bool bidirectional = false,
        float dropout = 0) =>
        new(inputSize, hiddenSize, activation, layers, bidirectional, dropout);

    /// <summary>tanh or ReLU.</summary>
    public Activation Activation { get; }

    /// <summary>The equations of one layer and direction, with a copy of its parameters in double precision.</summary>
    /// <param name="layer">The layer's number, from 0.</param>
    /// <param name="reverse">Whether it is the direction that reads backwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ArgumentException">The layer does not read backwards.</exception>
    public RnnCell ToCell(int layer = 0, bool reverse = false) =>
        CellConversion.ToCell(this, RnnCell.Zeros(CellInputSize(layer), HiddenSize, Activation), layer, reverse);

    private protected override bool Holds(ICell cell) => cell is RnnCell rnn && rnn.Activation == Activation;
}
