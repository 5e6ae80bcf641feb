using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// The network of Jordan 1986 (Attractor Dynamics and Parallelism in a Connectionist Sequential Machine): what comes
/// back is the output, not the hidden layer.
/// <code>
/// a(t)   = W x(t) + U state(t) + b
/// h(t)   = \sigma(a(t))
/// a_y(t) = V h(t) + b_y
/// y(t)   = \sigma(a_y(t))
/// state(t+1) = \mu\, state(t) + 1.0 \cdot y(t)
/// </code>
/// <para>
/// There are as many state units as output units. Each receives its own output unit over a link fixed at 1.0 and, over
/// a link to itself fixed at μ, a share of what it held: a trace of all earlier outputs that fades with μ. In the paper
/// the x are plan units, held constant through a sequence.
/// </para>
/// </summary>
public sealed class JordanNetwork : Cell<JordanNetwork, JordanStep>
{
    /// <summary>
    /// A network whose parameters are drawn from U[−bound, bound), in the order of <see cref="Parameters"/>.
    /// </summary>
    /// <param name="inputs">The number of input units.</param>
    /// <param name="hidden">The number of hidden units.</param>
    /// <param name="outputs">The number of output units, and of state units.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="outputActivation">The activation function of the output units.</param>
    /// <param name="bound">The largest absolute value; 1/√hidden when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size is below 1, or the bound is negative or not finite.
    /// </exception>
    public JordanNetwork(
        int inputs,
        int hidden,
        int outputs,
        Random random,
        OutputActivation outputActivation = OutputActivation.Logistic,
        double? bound = null)
        : this(inputs, hidden, outputs, outputActivation) =>
        Parameters.DrawUniform(bound ?? 1 / Math.Sqrt(hidden), random);

    private JordanNetwork(int inputs, int hidden, int outputs, OutputActivation outputActivation)
        : base(inputs, outputs, outputs)
    {
        OutputActivation = outputActivation;
        W = Matrix.Build.Dense(hidden, inputs);
        U = Matrix.Build.Dense(hidden, outputs);
        b = Vector.Build.Dense(hidden);
        V = Matrix.Build.Dense(outputs, hidden);
        b_y = Vector.Build.Dense(outputs);
    }

    /// <summary>A network whose parameters are all 0.</summary>
    /// <param name="inputs">The number of input units.</param>
    /// <param name="hidden">The number of hidden units.</param>
    /// <param name="outputs">The number of output units, and of state units.</param>
    /// <param name="outputActivation">The activation function of the output units.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static JordanNetwork Zeros(
        int inputs,
        int hidden,
        int outputs,
        OutputActivation outputActivation = OutputActivation.Logistic) =>
            new(inputs, hidden, outputs, outputActivation);

    /// <summary>Input to hidden, [hidden, input].</summary>
    public Matrix W { get; }

    /// <summary>State to hidden, [hidden, output].</summary>
    public Matrix U { get; }

    /// <summary>The hidden units' bias, [hidden].</summary>
    public Vector b { get; }

    /// <summary>Hidden to output, [output, hidden].</summary>
    public Matrix V { get; }

    /// <summary>The output units' bias, [output].</summary>
    public Vector b_y { get; }

    /// <summary>The activation function of the output units.</summary>
    public OutputActivation OutputActivation { get; }

    /// <summary>μ, the fixed weight of every state unit's link to itself; 0 leaves the last output alone.</summary>
    public double SelfWeight { get; set; }

    /// <inheritdoc/>
    public override ParameterSet Parameters => new() { W, U, b, V, b_y };

    /// <inheritdoc/>
    public override JordanNetwork ZerosLike() => new(InputSize, U.RowCount, OutputSize, OutputActivation);

    /// <inheritdoc/>
    protected override JordanStep ForwardStep(Vector x, State previous)
    {
        var state = previous.h;

        var a = W * x + U * state + b;
        var h = Sigmoid(a);
        var a_y = V * h + b_y;
        var y = Activate(OutputActivation, a_y);
        var state_next = SelfWeight * state + y;

        return new JordanStep(x, state, a, h, a_y, y, state_next);
    }

    /// <inheritdoc/>
    protected override JordanStep BackwardStep(JordanStep s, Vector dy, State dNext, JordanNetwork d)
    {
        // dX is dL/dX: the names of the forward step, from its last line to its first.
        var dstate_next = dNext.h;

        var dy_total = dy + dstate_next;
        var da_y = OutputActivation switch
        {
            OutputActivation.Logistic => dy_total.Times(s.y).Times(1 - s.y),
            OutputActivation.Softmax => s.y.Times(dy_total - s.y * dy_total),
            _ => dy_total,
        };
        d.V.AddOuter(da_y, s.h);
        d.b_y.AddVector(da_y);

        var dh = V.TransposeThisAndMultiply(da_y);
        var da = dh.Times(s.h).Times(1 - s.h);
        d.W.AddOuter(da, s.x);
        d.U.AddOuter(da, s.state);
        d.b.AddVector(da);

        var dx = W.TransposeThisAndMultiply(da);
        var dstate = U.TransposeThisAndMultiply(da) + SelfWeight * dstate_next;

        return new JordanStep(dx, dstate, da, dh, da_y, dy_total, dstate_next);
    }
}

/// <summary>One step of a <see cref="JordanNetwork"/>, or its gradients.</summary>
/// <param name="x">The input (plan) units.</param>
/// <param name="state">The state units: the outputs so far.</param>
/// <param name="a">The net input of the hidden units.</param>
/// <param name="h">The hidden units.</param>
/// <param name="a_y">The net input of the output units.</param>
/// <param name="y">The output units.</param>
/// <param name="state_next">The state units as this step leaves them.</param>
public sealed record JordanStep(
    Vector x, Vector state, Vector a, Vector h, Vector a_y, Vector y, Vector state_next)
    : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => y;

    State ICellStep.Before => new(state);

    State ICellStep.After => new(state_next);
}
