
namespace Unrolled;

/// <summary>The gradient of a loss at the last step that reaches earlier steps.</summary>
public static class GradientByLag
{
    /// <summary>
    /// ‖dL/dq(T − lag)‖ for lag 0, 1, … T − 1, where L is a loss of the last output alone and q a named quantity, such
    /// as h, or an LSTM's c.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="run">A run of it over T steps.</param>
    /// <param name="quantity">The quantity's name in the equations.</param>
    /// <param name="dy">dL/dy of the last output, [output].</param>
    /// <exception cref="KeyNotFoundException">There is no such quantity.</exception>
    public static double[] Norms(ICell cell, CellTrace run, string quantity, Vector dy)
    {
        var nothing = Vector.Build.Dense(cell.OutputSize);
        var back = BackpropagationThroughTime.Gradient(
            cell, run, [.. Enumerable.Repeat(nothing, run.Count - 1), dy]).OfSteps;
        return [.. back[quantity].Reverse().Select(gradient => gradient.L2Norm())];
    }

    /// <summary>
    /// ‖dL(t)/dq(s)‖ for every pair of steps, where L(t) is the loss of step t alone and q a named quantity: how much
    /// the error of step t says about step s.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="xs">The inputs, [time, input].</param>
    /// <param name="targets">The targets, [time, output]; null at a step that has none, whose row is 0.</param>
    /// <param name="loss">The loss of a step.</param>
    /// <param name="quantity">The quantity's name in the equations, such as h.</param>
    /// <returns>[t, s], both counted from 0; 0 for s > t, which step t cannot depend on.</returns>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    /// <exception cref="KeyNotFoundException">There is no such quantity.</exception>
    public static double[,] Map(
        ICell cell, IReadOnlyList<Vector> xs, IReadOnlyList<Vector?> targets, ILoss loss, string quantity)
    {
        var run = cell.Run(xs);
        var dys = SequenceLoss.Of(loss, run.Outputs, targets).Gradients;
        double[,] map = new double[run.Count, run.Count];
        for (int t = 0; t < run.Count; t++)
        {
            double[] byLag = Norms(cell, new CellTrace([.. run.Take(t + 1)]), quantity, dys[t]);
            for (int s = 0; s <= t; s++)
                map[t, s] = byLag[t - s];
        }

        return map;
    }
}
