
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
}
