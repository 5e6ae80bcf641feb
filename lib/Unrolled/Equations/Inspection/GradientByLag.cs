using Unrolled.Equations.Foundations;
using Unrolled.Equations.Learning;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Inspection;

/// <summary>How much of a loss at the last step still reaches the states before it.</summary>
public static class GradientByLag
{
    /// <summary>
    /// ‖dL/dstate(T − lag)‖ for lag 0, 1, … T − 1, where L is a loss of the last state alone: lag 0 is that state, and
    /// one more lag is one more step back.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="run">A run of it over T steps.</param>
    /// <param name="dFinal">dL/dstate of the last state.</param>
    /// <param name="part">Which of the state's vectors: 0 is h, 1 is an LSTM's c.</param>
    public static double[] Norms(ICell cell, Trace run, State dFinal, int part = 0)
    {
        if (part < 0 || part >= cell.StateSizes.Count)
            throw new ArgumentOutOfRangeException(
                nameof(part), part, $"part is {part}; expected 0 to {cell.StateSizes.Count - 1}.");
        var nothing = Vector.Build.Dense(cell.OutputSize);
        var back = BackpropagationThroughTime.Gradient(cell, run, [.. run.Select(_ => nothing)], dFinal).OfSteps;
        return [dFinal[part].L2Norm(), .. back.Skip(1).Reverse().Select(step => step.Before[part].L2Norm())];
    }
}
