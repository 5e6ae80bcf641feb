using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// Output units over a hidden state.
/// <code>
/// a_y = V h + b_y
/// y   = a_y    or    \sigma(a_y)    or    \mathrm{softmax}(a_y)
/// </code>
/// <see cref="CellWithOutput"/> puts one on top of a cell; a bidirectional network, which has no step from left to
/// right, takes one over its whole sequence.
/// </summary>
public sealed class OutputLayer
{
    /// <summary>
    /// Output units whose parameters are drawn from U[−bound, bound), in the order of <see cref="Parameters"/>.
    /// </summary>
    /// <param name="hiddenSize">The number of elements of h.</param>
    /// <param name="outputSize">The number of elements of y.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="outputActivation">The activation function of the output units.</param>
    /// <param name="bound">The largest absolute value; 1/√hidden, as in torch, when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size is below 1, or the bound is negative or not finite.
    /// </exception>
    public OutputLayer(
        int hiddenSize,
        int outputSize,
        Random random,
        OutputActivation outputActivation = OutputActivation.Linear,
        double? bound = null)
        : this(hiddenSize, outputSize, outputActivation) =>
        Parameters.DrawUniform(bound ?? 1 / Math.Sqrt(hiddenSize), random);

    private OutputLayer(int hiddenSize, int outputSize, OutputActivation outputActivation)
    {
        OutputActivation = outputActivation;
        V = Matrix.Build.Dense(
            Shapes.RequirePositive(outputSize, nameof(outputSize)),
            Shapes.RequirePositive(hiddenSize, nameof(hiddenSize)));
        b_y = Vector.Build.Dense(outputSize);
    }

    /// <summary>Output units whose parameters are all 0.</summary>
    /// <param name="hiddenSize">The number of elements of h.</param>
    /// <param name="outputSize">The number of elements of y.</param>
    /// <param name="outputActivation">The activation function of the output units.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static OutputLayer Zeros(
        int hiddenSize,
        int outputSize,
        OutputActivation outputActivation = OutputActivation.Linear) => new(hiddenSize, outputSize, outputActivation);

    /// <summary>Hidden to output, [output, hidden].</summary>
    public Matrix V { get; }

    /// <summary>The bias, [output].</summary>
    public Vector b_y { get; }

    /// <summary>The activation function of the output units.</summary>
    public OutputActivation OutputActivation { get; }

    /// <summary>V and b_y, live.</summary>
    public ParameterSet Parameters => new() { V, b_y };

    /// <summary>Output units of the same sizes whose weights are all 0.</summary>
    public OutputLayer ZerosLike() => new(V.ColumnCount, V.RowCount, OutputActivation);

    /// <summary>The net input and the output.</summary>
    /// <param name="h">The hidden state, [hidden].</param>
    public (Vector a_y, Vector y) Forward(Vector h)
    {
        Shapes.RequireSize(h, V.ColumnCount, nameof(h));

        var a_y = V * h + b_y;
        var y = Activate(OutputActivation, a_y);

        return (a_y, y);
    }

    /// <summary>
    /// The gradients of the net input and of h; those of V and b_y are added to <paramref name="d"/>.
    /// </summary>
    /// <param name="h">The hidden state, [hidden].</param>
    /// <param name="y">The output that came of it, [output].</param>
    /// <param name="dy">dL/dy, [output].</param>
    /// <param name="d">The gradient to which dL/dV and dL/db_y are added.</param>
    public (Vector da_y, Vector dh) Backward(Vector h, Vector y, Vector dy, OutputLayer d)
    {
        Shapes.RequireSize(h, V.ColumnCount, nameof(h));
        Shapes.RequireSize(y, V.RowCount, nameof(y));
        Shapes.RequireSize(dy, V.RowCount, nameof(dy));
        ArgumentNullException.ThrowIfNull(d);

        var da_y = OutputActivation switch
        {
            OutputActivation.Logistic => dy.Times(y).Times(1 - y),
            OutputActivation.Softmax => y.Times(dy - y * dy),
            _ => dy,
        };
        d.V.AddOuter(da_y, h);
        d.b_y.AddVector(da_y);
        var dh = V.TransposeThisAndMultiply(da_y);

        return (da_y, dh);
    }
}

/// <summary>One step of a <see cref="CellWithOutput"/>, or its gradients.</summary>
/// <param name="Layer">The layer's step; its quantities keep their names.</param>
/// <param name="a_y">The net input of the output units.</param>
/// <param name="y">The output.</param>
public sealed record OutputLayerStep(ICellStep Layer, Vector a_y, Vector y) : ICellStep
{
    Vector ICellStep.Input => Layer.Input;

    Vector ICellStep.Output => y;

    State ICellStep.Before => Layer.Before;

    State ICellStep.After => Layer.After;

    IReadOnlyList<KeyValuePair<string, Vector>> ICellStep.Quantities =>
        [.. Layer.Quantities, KeyValuePair.Create(nameof(a_y), a_y), KeyValuePair.Create(nameof(y), y)];
}

/// <summary>The activation function of a network's output units, of their net input a.</summary>
public enum OutputActivation
{
    /// <summary>y = σ(a), as Elman and Jordan had them.</summary>
    Logistic,

    /// <summary>y = a, to forecast a number, or where the loss takes logits.</summary>
    Linear,

    /// <summary>y = softmax(a), probabilities of classes.</summary>
    Softmax,
}
