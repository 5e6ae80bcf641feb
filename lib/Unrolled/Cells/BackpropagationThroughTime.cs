namespace Unrolled;

/// <summary>
/// Backpropagation through time (Werbos 1990): the whole gradient. The network is unrolled into T copies that share
/// their weights, and the backward pass goes from the last copy to the first. Each step returns dL/dstate of the state
/// before it, and the step before adds this to its own gradient: in this way the gradient goes through time.
/// </summary>
public static class BackpropagationThroughTime
{
    /// <summary>The gradient of the loss of a sequence.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="run">Its forward pass over the sequence.</param>
    /// <param name="dys">dL/dy at every step, [time, output].</param>
    /// <param name="dFinal">dL/dstate of the state after the last step; 0 when null.</param>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public static CellGradient Gradient(ICell cell, CellTrace run, IReadOnlyList<Vector> dys, State? dFinal = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(dys);
        Shapes.RequireSteps(dys.Count, run.Count, nameof(dys), nameof(run));
        var gradients = cell.ZerosLike();
        var back = new ICellStep[run.Count];
        var dNext = dFinal ?? State.Zeros(cell.StateSizes);
        for (int t = run.Count - 1; t >= 0; t--)
        {
            back[t] = cell.Backward(run[t], dys[t], dNext, gradients);
            dNext = back[t].Before;
        }

        return new CellGradient(gradients, new CellTrace(back));
    }
}

/// <summary>The gradient of a sequence's loss with respect to everything that took part in a run.</summary>
/// <param name="OfParameters">dL/dθ, held in a cell of the same kind.</param>
/// <param name="OfSteps">The gradient of every named quantity at every step.</param>
public sealed record CellGradient(ICell OfParameters, CellTrace OfSteps)
{
    /// <summary>dL/dx at every step.</summary>
    public IReadOnlyList<Vector> OfInputs => OfSteps.Inputs;

    /// <summary>dL/dstate of the state before the first step.</summary>
    public State OfInitialState => OfSteps.Initial;
}
