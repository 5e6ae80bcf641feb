namespace Unrolled;

/// <summary>
/// Truncated backpropagation through time, BPTT(h; h′) of Williams and Peng 1990, here TBPTT(k1, k2) with k2 ≥ k1:
/// every k1 steps, the losses of the newest k1 steps go back through at most the newest k2 steps. Each loss goes back
/// exactly once. At most k2 steps are kept at a time, so that memory does not grow with the sequence; what a state owes
/// to older steps is left out of the gradient, which is biased by it.
/// </summary>
public sealed class TruncatedBackpropagationThroughTime
{
    /// <summary>Truncation lengths.</summary>
    /// <param name="k1">The number of steps between two backward passes.</param>
    /// <param name="k2">The largest number of steps of a backward pass.</param>
    /// <param name="windowState">The state from which a window of k1 steps begins.</param>
    /// <exception cref="ArgumentOutOfRangeException">k1 is below 1, or k2 below k1.</exception>
    public TruncatedBackpropagationThroughTime(int k1, int k2, WindowState windowState = WindowState.Carried)
    {
        K1 = Shapes.RequirePositive(k1, nameof(k1));
        K2 = k2 >= k1
            ? k2
            : throw new ArgumentOutOfRangeException(nameof(k2), k2, $"k2 is {k2}; expected at least k1, {k1}.");
        WindowState = windowState;
    }

    /// <summary>The number of steps between two backward passes.</summary>
    public int K1 { get; }

    /// <summary>The largest number of steps of a backward pass.</summary>
    public int K2 { get; }

    /// <summary>The state from which a window begins.</summary>
    public WindowState WindowState { get; }

    /// <summary>Goes over a sequence once, and hands out one gradient for every window of k1 steps.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="xs">The inputs, [time, input].</param>
    /// <param name="targets">The targets, [time, output]; null at a step that has none.</param>
    /// <param name="loss">The loss of a step.</param>
    /// <param name="learn">
    /// Told each window's dL/dθ as soon as it is known; it may change the cell, and the next window runs with the new
    /// weights. Only without changes of the weights is the sum of the gradients that of a single function.
    /// </param>
    /// <param name="initial">The state before the first step; the cell's own when null.</param>
    /// <returns>The sum of all losses, each from the weights of its own window.</returns>
    /// <exception cref="ArgumentException">The sequence is empty, or a shape is wrong.</exception>
    public double Pass(
        ICell cell,
        IReadOnlyList<Vector> xs,
        IReadOnlyList<Vector?> targets,
        ILoss loss,
        Action<ParameterSet> learn,
        State? initial = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Shapes.RequireSequence(xs, cell.InputSize, nameof(xs));
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(learn);
        Shapes.RequireSteps(targets.Count, xs.Count, nameof(targets), nameof(xs));
        var steps = new List<ICellStep>();
        var state = initial ?? cell.InitialState;
        double total = 0;
        for (int start = 0; start < xs.Count; start += K1)
        {
            int end = Math.Min(start + K1, xs.Count);
            if (WindowState == WindowState.Reset)
                state = initial ?? cell.InitialState;
            if (WindowState != WindowState.Carried)
                steps.Clear();

            // Room for the window first, so that never more than k2 steps are kept.
            steps.RemoveRange(0, Math.Max(0, steps.Count + end - start - K2));
            var window = cell.Run([.. xs.Take(start..end)], state);
            steps.AddRange(window);
            state = window.Final;

            var losses = SequenceLoss.Of(loss, window.Outputs, [.. targets.Take(start..end)]);
            total += losses.Total;
            learn(GoBack(cell, steps, losses.Gradients));
        }

        return total;
    }

    /// <summary>The sum of the gradients of all windows, with the weights held fixed.</summary>
    /// <param name="cell">The cell, which is not changed.</param>
    /// <param name="xs">The inputs, [time, input].</param>
    /// <param name="targets">The targets, [time, output]; null at a step that has none.</param>
    /// <param name="loss">The loss of a step.</param>
    /// <param name="initial">The state before the first step; the cell's own when null.</param>
    /// <returns>
    /// dL/dθ without what truncation leaves out; all of it where k2 is at least the sequence's length.
    /// </returns>
    /// <exception cref="ArgumentException">The sequence is empty, or a shape is wrong.</exception>
    public ParameterSet Gradient(
        ICell cell, IReadOnlyList<Vector> xs, IReadOnlyList<Vector?> targets, ILoss loss, State? initial = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var sum = cell.ZerosLike().Parameters;
        Pass(cell, xs, targets, loss, sum.Accumulate, initial);
        return sum;
    }

    // From the newest step to the oldest that is remembered; those before the window have no loss of their own here.
    private static ParameterSet GoBack(ICell cell, List<ICellStep> steps, IReadOnlyList<Vector> dys)
    {
        var gradients = cell.ZerosLike();
        var nothing = Vector.Build.Dense(cell.OutputSize);
        var dNext = State.Zeros(cell.StateSizes);
        int before = steps.Count - dys.Count;
        for (int i = steps.Count - 1; i >= 0; i--)
            dNext = cell.Backward(steps[i], i >= before ? dys[i - before] : nothing, dNext, gradients).Before;
        return gradients.Parameters;
    }
}

/// <summary>The state from which a window of truncated backpropagation begins.</summary>
public enum WindowState
{
    /// <summary>The state, with its history: the gradient goes back over the boundary, as far as k2 reaches.</summary>
    Carried,

    /// <summary>The state as a constant: the gradient stops at the boundary, for any k2.</summary>
    Detached,

    /// <summary>Nothing: every window starts from the cell's initial state.</summary>
    Reset,
}
