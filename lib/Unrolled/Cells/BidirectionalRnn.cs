namespace Unrolled;

/// <summary>
/// Two recurrent layers side by side, one reading from the first step to the last and one from the last to the first
/// (Schuster and Paliwal 1997, Bidirectional Recurrent Neural Networks).
/// <code>
/// \overrightarrow{h}(t) = F(x(t), \overrightarrow{h}(t-1))
/// \overleftarrow{h}(t)  = B(x(t), \overleftarrow{h}(t+1))
/// y(t) = [\overrightarrow{h}(t); \overleftarrow{h}(t)]
/// </code>
/// Neither direction reads the state of the other: they are not stacked. The backward state at t depends on the
/// backward state at t + 1, so the whole sequence is needed before the first output.
/// </summary>
public sealed class BidirectionalRnn
{
    /// <summary>Two layers side by side.</summary>
    /// <param name="forward">F: any cell.</param>
    /// <param name="backward">B: any cell that reads the same inputs.</param>
    /// <exception cref="ArgumentException">The two read inputs of different sizes.</exception>
    public BidirectionalRnn(ICell forward, ICell backward)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        if (backward.InputSize != forward.InputSize)
            throw new ArgumentException(
                $"backward reads {backward.InputSize} elements; expected {forward.InputSize}, as forward does.",
                nameof(backward));
        (Forward, Backward) = (forward, backward);
    }

    /// <summary>The layer that reads forwards.</summary>
    public ICell Forward { get; }

    /// <summary>The layer that reads backwards.</summary>
    public ICell Backward { get; }

    /// <summary>The number of elements of x.</summary>
    public int InputSize => Forward.InputSize;

    /// <summary>The number of elements of y: both layers' together.</summary>
    public int OutputSize => Forward.OutputSize + Backward.OutputSize;

    /// <summary>Both layers' parameters, "forward.W" and "backward.W".</summary>
    public ParameterSet Parameters => new()
    {
        { "forward", Forward.Parameters },
        { "backward", Backward.Parameters },
    };

    /// <summary>Two layers of the same sizes whose parameters are all 0.</summary>
    public BidirectionalRnn ZerosLike() => new(Forward.ZerosLike(), Backward.ZerosLike());

    /// <summary>Runs both layers over a sequence.</summary>
    /// <param name="xs">The inputs, [time, input], at least one.</param>
    /// <param name="forwardInitial">→h before the first step; the cell's own when null.</param>
    /// <param name="backwardInitial">←h after the last step; the cell's own when null.</param>
    /// <exception cref="ArgumentException">A sequence is empty, a shape wrong, or a number not finite.</exception>
    public BidirectionalRun Run(
        IReadOnlyList<Vector> xs, State? forwardInitial = null, State? backwardInitial = null) =>
        new(Forward.Run(xs, forwardInitial), Backward.Run([.. xs.Reverse()], backwardInitial));

    /// <summary>Backpropagation through time in both directions.</summary>
    /// <param name="run">The forward pass over the sequence.</param>
    /// <param name="dys">dL/dy at every step, [time, output].</param>
    /// <param name="dForwardFinal">The gradient of →h after the last step; 0 when null.</param>
    /// <param name="dBackwardFinal">The gradient of ←h before the first step; 0 when null.</param>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public BidirectionalGradient Gradient(
        BidirectionalRun run, IReadOnlyList<Vector> dys, State? dForwardFinal = null, State? dBackwardFinal = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(dys);
        for (int t = 0; t < dys.Count; t++)
            Shapes.RequireSize(dys[t], OutputSize, $"dys[{t}]");
        var dforward = dys.Select(dy => dy.SubVector(0, Forward.OutputSize));
        var dbackward = dys.Select(dy => dy.SubVector(Forward.OutputSize, Backward.OutputSize));

        return new BidirectionalGradient(
            BackpropagationThroughTime.Gradient(Forward, run.Forward, [.. dforward], dForwardFinal),
            BackpropagationThroughTime.Gradient(Backward, run.Backward, [.. dbackward.Reverse()], dBackwardFinal));
    }
}

/// <summary>The forward pass of a <see cref="BidirectionalRnn"/> over a sequence.</summary>
/// <param name="Forward">The steps of the layer that reads forwards, from the first input to the last.</param>
/// <param name="Backward">The steps of the layer that reads backwards, in its own order: from the last input to the
/// first.</param>
public sealed record BidirectionalRun(CellTrace Forward, CellTrace Backward)
{
    /// <summary>y(t) = [→h(t); ←h(t)] in the order of time.</summary>
    public IReadOnlyList<Vector> Outputs { get; } = [.. Forward.Outputs.Zip(
        Backward.Outputs.Reverse(), (forward, backward) => Vector.Build.DenseOfEnumerable(forward.Concat(backward)))];
}

/// <summary>The gradient of a loss with respect to everything that took part in a bidirectional run.</summary>
/// <param name="Forward">The gradient of the layer that reads forwards.</param>
/// <param name="Backward">The gradient of the layer that reads backwards, its steps in its own order.</param>
public sealed record BidirectionalGradient(CellGradient Forward, CellGradient Backward)
{
    /// <summary>dL/dθ of both layers, in the order of <see cref="BidirectionalRnn.Parameters"/>.</summary>
    public ParameterSet OfParameters => new BidirectionalRnn(Forward.OfParameters, Backward.OfParameters).Parameters;

    /// <summary>dL/dx at every step: each input was read by both.</summary>
    public IReadOnlyList<Vector> OfInputs =>
        [.. Forward.OfInputs.Zip(Backward.OfInputs.Reverse(), (forward, backward) => forward + backward)];
}
