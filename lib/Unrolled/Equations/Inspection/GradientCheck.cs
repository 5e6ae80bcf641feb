using Unrolled.Equations.Foundations;
using Unrolled.Equations.Learning;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Inspection;

/// <summary>
/// Sets a written-out gradient beside the central difference (L(θ + ε) − L(θ − ε)) / 2ε with ε = 1e-5 · max(1, |θ|),
/// for every single number.
/// </summary>
public static class GradientCheck
{
    private const double RelativeStep = 1e-5;
    private const double SmallestScale = 1e-3;

    /// <summary>
    /// Checks backpropagation through time for all parameters, inputs and the initial state of a cell.
    /// </summary>
    /// <param name="cell">The cell; it is left as it was.</param>
    /// <param name="xs">The inputs, [time, input].</param>
    /// <param name="targets">The targets, [time, output]; null at a step that has none.</param>
    /// <param name="loss">The loss of a step; the steps' losses are added.</param>
    /// <param name="initial">The state before the first step; the cell's own when null.</param>
    /// <param name="kinks">The quantities whose change of sign is a kink, such as a_h of a ReLU network.</param>
    public static GradientReport OfCell(
        ICell cell,
        IReadOnlyList<Vector> xs,
        IReadOnlyList<Vector?> targets,
        ILoss loss,
        State? initial = null,
        params IReadOnlyList<string> kinks)
    {
        Vector[] inputs = [.. xs.Select(x => x.Clone())];
        var start = new State([.. (initial ?? cell.InitialState).Select(part => part.Clone())]);
        var run = cell.Run(inputs, start);
        var dys = SequenceLoss.Of(loss, run.Outputs, targets).Gradients;
        var gradient = BackpropagationThroughTime.Gradient(cell, run, dys);

        return Compare(
            () => SequenceLoss.Of(loss, cell.Run(inputs, start).Outputs, targets).Total,
            [
                .. ProbedTensor.OfParameters(cell.Parameters, gradient.OfParameters.Parameters),
                ProbedTensor.OfSequence("x", inputs, gradient.OfInputs),
                .. ProbedTensor.OfState(start, gradient.OfInitialState),
            ],
            kinks.Count == 0 ? null : () => SidesOf(cell.Run(inputs, start), kinks));
    }

    /// <summary>Checks the gradient of any loss.</summary>
    /// <param name="loss">Computes the loss from the numbers as they stand.</param>
    /// <param name="tensors">The numbers, live, with their written-out gradients; they are left as they were.</param>
    /// <param name="sides">On which side of each of its kinks the loss stands; null if it has none.</param>
    public static GradientReport Compare(
        Func<double> loss, IReadOnlyList<ProbedTensor> tensors, Func<IReadOnlyList<bool>>? sides = null) =>
        new([.. tensors.Select(tensor => Check(tensor, loss, StaysOnItsSide(sides)))]);

    private static CheckedTensor Check(ProbedTensor tensor, Func<double> loss, Func<bool> staysOnItsSide)
    {
        double scale = SmallestScale;
        int leftOut = 0;
        (double Difference, string Index, double Written, double Numeric) worst = (-1, "", 0, 0);
        for (int piece = 0; piece < tensor.Values.Count; piece++)
        {
            for (int place = 0; place < tensor.Values[piece].Length; place++)
            {
                double? difference = CentralDifference(ref tensor.Values[piece][place], loss, staysOnItsSide);
                if (difference is not { } numeric)
                {
                    leftOut++;
                    continue;
                }

                double written = tensor.Gradients[piece][place];
                double error = Math.Abs(written - numeric);
                if (double.IsNaN(error))
                    error = double.PositiveInfinity;
                else
                    scale = Math.Max(scale, Math.Max(Math.Abs(written), Math.Abs(numeric)));
                if (error > worst.Difference)
                    worst = (error, tensor.IndexOf(piece, place), written, numeric);
            }
        }

        int entries = tensor.Values.Sum(piece => piece.Length);
        return new CheckedTensor(
            tensor.Name,
            tensor.Shape,
            worst.Index,
            worst.Written,
            worst.Numeric,
            Math.Max(worst.Difference, 0) / scale,
            entries,
            leftOut);
    }

    // Null where one of the two points lies on another side of a kink: there is no derivative to compare with.
    private static double? CentralDifference(ref double value, Func<double> loss, Func<bool> staysOnItsSide)
    {
        double kept = value;
        double step = RelativeStep * Math.Max(1, Math.Abs(kept));
        (double right, double left) = (kept + step, kept - step);

        value = right;
        double above = loss();
        bool smooth = staysOnItsSide();
        value = left;
        double below = loss();
        smooth = smooth && staysOnItsSide();
        value = kept;

        return smooth ? (above - below) / (right - left) : null;
    }

    private static Func<bool> StaysOnItsSide(Func<IReadOnlyList<bool>>? sides)
    {
        if (sides is null)
            return () => true;
        var atFirst = sides();
        return () => sides().SequenceEqual(atFirst);
    }

    private static bool[] SidesOf(Trace run, IReadOnlyList<string> kinks) =>
        [.. kinks.SelectMany(name => run[name]).SelectMany(quantity => quantity).Select(value => value > 0)];
}
