using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Foundations;

/// <summary>Runs a cell over a sequence.</summary>
public static class CellRun
{
    /// <summary>Takes one step for every input, handing the state on.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="xs">The inputs, [time, <see cref="ICell.InputSize"/>], at least one.</param>
    /// <param name="initial">The state before the first step; <see cref="ICell.InitialState"/> when null.</param>
    /// <returns>Every named quantity of every step.</returns>
    /// <exception cref="ArgumentException">A sequence is empty, a shape wrong, or a number not finite.</exception>
    public static Trace Run(this ICell cell, IReadOnlyList<Vector> xs, State? initial = null)
    {
        Shapes.RequireSequence(xs, cell.InputSize, nameof(xs));
        var state = initial ?? cell.InitialState;
        Shapes.RequireSizes(state, cell.StateSizes, nameof(initial));
        foreach (var part in state)
            Shapes.RequireFinite(part, nameof(initial));

        var steps = new ICellStep[xs.Count];
        for (int t = 0; t < steps.Length; t++)
        {
            steps[t] = cell.Forward(xs[t], state);
            state = steps[t].After;
        }

        return new Trace(steps);
    }
}
