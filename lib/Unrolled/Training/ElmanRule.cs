namespace Unrolled;

/// <summary>
/// The learning rule of Elman 1990, which treats the context as an input like any other. Every step is an ordinary
/// backpropagation through one feedforward network; no gradient goes through the copy to the step before, so that the
/// influence of the weights on the context is left out.
/// </summary>
public sealed class ElmanRule
{
    private readonly ICell cell;
    private readonly ILoss loss;
    private readonly Optimizer optimizer;
    private readonly ICell gradients;
    private readonly ParameterSet parameters;
    private readonly ParameterSet slopes;
    private readonly State nothingFromLater;

    /// <summary>A learner that starts from the cell's initial state.</summary>
    /// <param name="cell">The network.</param>
    /// <param name="loss">The loss of a step.</param>
    /// <param name="optimizer">The optimizer, which changes the weights after every step.</param>
    public ElmanRule(ICell cell, ILoss loss, Optimizer optimizer)
    {
        (this.cell, this.loss, this.optimizer) = (cell, loss, optimizer);
        gradients = cell.ZerosLike();
        (parameters, slopes) = (cell.Parameters, gradients.Parameters);
        nothingFromLater = State.Zeros(cell.StateSizes);
        Context = cell.InitialState;
    }

    /// <summary>The context of the next step.</summary>
    public State Context { get; private set; }

    /// <summary>Sets the context to the cell's initial state.</summary>
    public void Reset() => Context = cell.InitialState;

    /// <summary>Takes one step forward, one backward, and changes the weights at once.</summary>
    /// <param name="x">The input, [input].</param>
    /// <param name="target">The target, [output].</param>
    /// <returns>The loss before the change.</returns>
    public double Step(Vector x, Vector target)
    {
        Shapes.RequireSize(target, cell.OutputSize, nameof(target));
        slopes.Clear();

        var step = cell.Forward(x, Context);
        cell.Backward(step, loss.Gradient(step.Output, target), nothingFromLater, gradients);
        optimizer.Step(parameters, slopes);

        Context = step.After;
        return loss.Value(step.Output, target);
    }

    /// <summary>Learns from a whole sequence, step by step, going on from the context that it has.</summary>
    /// <param name="xs">The inputs, [time, input].</param>
    /// <param name="targets">The targets, [time, output].</param>
    /// <returns>The mean loss of a step.</returns>
    /// <exception cref="ArgumentException">The lengths or shapes differ.</exception>
    public double Pass(IReadOnlyList<Vector> xs, IReadOnlyList<Vector> targets)
    {
        Shapes.RequireSequence(xs, cell.InputSize, nameof(xs));
        Shapes.RequireSteps(targets.Count, xs.Count, nameof(targets), nameof(xs));
        double sum = 0;
        for (int t = 0; t < xs.Count; t++)
            sum += Step(xs[t], targets[t]);
        return sum / xs.Count;
    }

    /// <summary>
    /// The gradient that the rule follows, summed over a sequence with the weights held fixed, for a comparison with
    /// <see cref="BackpropagationThroughTime"/>.
    /// </summary>
    /// <param name="cell">The network.</param>
    /// <param name="run">Its forward pass over the sequence.</param>
    /// <param name="dys">dL/dy at every step, [time, output].</param>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public static CellGradient Gradient(ICell cell, CellTrace run, IReadOnlyList<Vector> dys)
    {
        Shapes.RequireSteps(dys.Count, run.Count, nameof(dys), nameof(run));
        var gradients = cell.ZerosLike();
        var nothingFromLater = State.Zeros(cell.StateSizes);
        var back = run.Zip(dys, (step, dy) => cell.Backward(step, dy, nothingFromLater, gradients));
        return new CellGradient(gradients, new CellTrace([.. back]));
    }
}
