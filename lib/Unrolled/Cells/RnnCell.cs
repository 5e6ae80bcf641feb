using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// The basic recurrent layer, as in Goodfellow, Bengio and Courville 2016, equations 10.8 and 10.9.
/// <code>
/// a(t) = W x(t) + U h(t-1) + b
/// h(t) = \tanh(a(t))    or    \max(a(t), 0)
/// </code>
/// <para>
/// The book writes U for the input's matrix and W for the state's; here W is always the input's. ReLU with an identity
/// start is Le, Jaitly and Hinton 2015. An output layer y = softmax(V h + b_y) is added by
/// <see cref="CellWithOutput"/>.
/// </para>
/// </summary>
public sealed class RnnCell : Cell<RnnCell, RnnStep>
{
    /// <summary>
    /// A cell whose parameters are drawn from U[−bound, bound), in the order of <see cref="Parameters"/>.
    /// </summary>
    /// <param name="inputSize">The number of elements of x.</param>
    /// <param name="hiddenSize">The number of elements of h.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="activation">tanh or ReLU.</param>
    /// <param name="bound">The largest absolute value; 1/√hidden, as in torch, when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size is below 1, or the bound is negative or not finite.
    /// </exception>
    public RnnCell(
        int inputSize,
        int hiddenSize,
        Random random,
        Activation activation = Activation.Tanh,
        double? bound = null)
        : this(inputSize, hiddenSize, activation) =>
        Parameters.DrawUniform(bound ?? 1 / Math.Sqrt(hiddenSize), random);

    private RnnCell(int inputSize, int hiddenSize, Activation activation)
        : base(inputSize, hiddenSize, hiddenSize)
    {
        Activation = activation;
        W = Matrix.Build.Dense(hiddenSize, inputSize);
        U = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b = Vector.Build.Dense(hiddenSize);
    }

    /// <summary>A cell whose parameters are all 0.</summary>
    /// <param name="inputSize">The number of elements of x.</param>
    /// <param name="hiddenSize">The number of elements of h.</param>
    /// <param name="activation">tanh or ReLU.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static RnnCell Zeros(int inputSize, int hiddenSize, Activation activation = Activation.Tanh) =>
        new(inputSize, hiddenSize, activation);

    /// <summary>Input to hidden, [hidden, input].</summary>
    public Matrix W { get; }

    /// <summary>Hidden to hidden, [hidden, hidden].</summary>
    public Matrix U { get; }

    /// <summary>The bias, [hidden].</summary>
    public Vector b { get; }

    /// <summary>tanh or ReLU.</summary>
    public Activation Activation { get; }

    /// <inheritdoc/>
    public override ParameterSet Parameters => new() { W, U, b };

    /// <inheritdoc/>
    public override RnnCell ZerosLike() => new(InputSize, OutputSize, Activation);

    /// <inheritdoc/>
    protected override RnnStep ForwardStep(Vector x, State previous)
    {
        var h_prev = previous.h;

        var a = W * x + U * h_prev + b;
        var h = Activation == Activation.Tanh ? Tanh(a) : Relu(a);

        return new RnnStep(x, h_prev, a, h);
    }

    /// <inheritdoc/>
    protected override RnnStep BackwardStep(RnnStep s, Vector dy, State dNext, RnnCell d)
    {
        // dX is dL/dX: the names of the forward step, from its last line to its first.
        // h is both the output and the state, so it has two gradients: from this step's loss and from the next step.
        var dh = dy + dNext.h;

        var da = dh.Times(Activation == Activation.Tanh ? 1 - s.h.Times(s.h) : Step(s.a));
        d.W.AddOuter(da, s.x);
        d.U.AddOuter(da, s.h_prev);
        d.b.AddVector(da);

        var dx = W.TransposeThisAndMultiply(da);
        var dh_prev = U.TransposeThisAndMultiply(da);

        return new RnnStep(dx, dh_prev, da, dh);
    }
}

/// <summary>One step of an <see cref="RnnCell"/>, or its gradients.</summary>
/// <param name="x">The input.</param>
/// <param name="h_prev">The hidden state of the step before.</param>
/// <param name="a">The net input.</param>
/// <param name="h">The hidden state.</param>
public sealed record RnnStep(Vector x, Vector h_prev, Vector a, Vector h) : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => h;

    State ICellStep.Before => new(h_prev);

    State ICellStep.After => new(h);
}

/// <summary>The activation function of the hidden units of an <see cref="RnnCell"/>, of their net input a.</summary>
public enum Activation
{
    /// <summary>h = tanh(a).</summary>
    Tanh,

    /// <summary>h = max(a, 0), with a kink at 0, where its derivative is taken to be 0.</summary>
    Relu,
}
