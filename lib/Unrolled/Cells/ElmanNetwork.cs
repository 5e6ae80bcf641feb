using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// The simple recurrent network of Elman 1990 (Finding Structure in Time, Cognitive Science 14:179–211, figure 2).
/// <code>
/// a(t)   = W x(t) + U context(t) + b
/// h(t)   = \sigma(a(t))
/// a_y(t) = V h(t) + b_y
/// y(t)   = \sigma(a_y(t))
/// context(t+1) = 1.0 \cdot h(t)
/// </code>
/// <para>
/// There are as many context units as hidden units. After the forward step each hidden unit is copied to its own
/// context unit over one link, whose weight is fixed at 1.0 and not learned. Every context unit is linked to every
/// hidden unit by U; these weights are learned like those of the input.
/// </para>
/// <para>
/// The paper gives the equations in words and a figure. Its output units are logistic and its loss is the squared
/// error; linear and softmax output units are ours. The context starts at .5, the middle of a logistic unit's range.
/// </para>
/// </summary>
public sealed class ElmanNetwork : Cell<ElmanNetwork, ElmanStep>
{
    /// <summary>
    /// A network whose parameters are drawn from U[−bound, bound), in the order of <see cref="Parameters"/>.
    /// </summary>
    /// <param name="inputs">The number of input units.</param>
    /// <param name="hidden">The number of hidden units, and of context units.</param>
    /// <param name="outputs">The number of output units.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="outputActivation">The activation function of the output units.</param>
    /// <param name="bound">The largest absolute value; 1/√hidden when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size is below 1, or the bound is negative or not finite.
    /// </exception>
    public ElmanNetwork(
        int inputs,
        int hidden,
        int outputs,
        Random random,
        OutputActivation outputActivation = OutputActivation.Logistic,
        double? bound = null)
        : this(inputs, hidden, outputs, outputActivation) =>
        Parameters.DrawUniform(bound ?? 1 / Math.Sqrt(hidden), random);

    private ElmanNetwork(int inputs, int hidden, int outputs, OutputActivation outputActivation)
        : base(inputs, outputs, hidden)
    {
        OutputActivation = outputActivation;
        W = Matrix.Build.Dense(hidden, inputs);
        U = Matrix.Build.Dense(hidden, hidden);
        b = Vector.Build.Dense(hidden);
        V = Matrix.Build.Dense(outputs, hidden);
        b_y = Vector.Build.Dense(outputs);
    }

    /// <summary>A network whose parameters are all 0.</summary>
    /// <param name="inputs">The number of input units.</param>
    /// <param name="hidden">The number of hidden units, and of context units.</param>
    /// <param name="outputs">The number of output units.</param>
    /// <param name="outputActivation">The activation function of the output units.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static ElmanNetwork Zeros(
        int inputs,
        int hidden,
        int outputs,
        OutputActivation outputActivation = OutputActivation.Logistic) =>
            new(inputs, hidden, outputs, outputActivation);

    /// <summary>Input to hidden, [hidden, input].</summary>
    public Matrix W { get; }

    /// <summary>Context to hidden, [hidden, hidden].</summary>
    public Matrix U { get; }

    /// <summary>The hidden units' bias, [hidden].</summary>
    public Vector b { get; }

    /// <summary>Hidden to output, [output, hidden].</summary>
    public Matrix V { get; }

    /// <summary>The output units' bias, [output].</summary>
    public Vector b_y { get; }

    /// <summary>The activation function of the output units.</summary>
    public OutputActivation OutputActivation { get; }

    /// <summary>
    /// The fixed weight of the one-to-one links from hidden to context: 1.0. At 0 the context has no influence, and a
    /// multilayer perceptron is left.
    /// </summary>
    public double CopyWeight { get; set; } = 1.0;

    /// <summary>The values of the context units before the first step: .5.</summary>
    public double ContextStart { get; set; } = .5;

    /// <inheritdoc/>
    public override State InitialState => new(Vector.Build.Dense(U.ColumnCount, ContextStart));

    /// <inheritdoc/>
    public override ParameterSet Parameters => new() { W, U, b, V, b_y };

    /// <inheritdoc/>
    public override ElmanNetwork ZerosLike() => new(InputSize, U.RowCount, OutputSize, OutputActivation);

    /// <inheritdoc/>
    protected override ElmanStep ForwardStep(Vector x, State previous)
    {
        var context = previous.h;

        var a = W * x + U * context + b;
        var h = Sigmoid(a);
        var a_y = V * h + b_y;
        var y = Activate(OutputActivation, a_y);
        var context_next = CopyWeight * h;

        return new ElmanStep(x, context, a, h, a_y, y, context_next);
    }

    /// <inheritdoc/>
    protected override ElmanStep BackwardStep(ElmanStep s, Vector dy, State dNext, ElmanNetwork d)
    {
        // dX is dL/dX: the names of the forward step, from its last line to its first.

        // Elman's rule passes 0 here; backpropagation through time passes the gradient from the later steps.
        var dcontext_next = dNext.h;

        var da_y = OutputActivation switch
        {
            OutputActivation.Logistic => dy.Times(s.y).Times(1 - s.y),
            OutputActivation.Softmax => s.y.Times(dy - s.y * dy),
            _ => dy,
        };
        d.V.AddOuter(da_y, s.h);
        d.b_y.AddVector(da_y);

        var dh = V.TransposeThisAndMultiply(da_y) + CopyWeight * dcontext_next;
        var da = dh.Times(s.h).Times(1 - s.h);
        d.W.AddOuter(da, s.x);
        d.U.AddOuter(da, s.context);
        d.b.AddVector(da);

        var dx = W.TransposeThisAndMultiply(da);
        var dcontext = U.TransposeThisAndMultiply(da);

        return new ElmanStep(dx, dcontext, da, dh, da_y, dy, dcontext_next);
    }
}

/// <summary>One step of an <see cref="ElmanNetwork"/>, or its gradients.</summary>
/// <param name="x">The input units.</param>
/// <param name="context">The context units: the hidden units of the step before.</param>
/// <param name="a">The net input of the hidden units.</param>
/// <param name="h">The hidden units.</param>
/// <param name="a_y">The net input of the output units.</param>
/// <param name="y">The output units.</param>
/// <param name="context_next">The context units as this step leaves them: the copy.</param>
public sealed record ElmanStep(
    Vector x, Vector context, Vector a, Vector h, Vector a_y, Vector y, Vector context_next)
    : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => y;

    State ICellStep.Before => new(context);

    State ICellStep.After => new(context_next);
}
