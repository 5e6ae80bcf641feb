using System.Globalization;
using System.Text;

namespace Unrolled;

/// <summary>
/// Compares a written-out gradient with the central difference (L(θ + ε) − L(θ − ε)) / 2ε with ε = 1e-5 · max(1, |θ|),
/// element by element.
/// </summary>
public static class GradientCheck
{
    private const double RelativeStep = 1e-5;
    private const double SmallestScale = 1e-3;

    /// <summary>
    /// Checks backpropagation through time for all parameters, inputs and the initial state of a cell.
    /// </summary>
    /// <param name="cell">The cell; its parameters are restored.</param>
    /// <param name="xs">The inputs, [time, input].</param>
    /// <param name="targets">The targets, [time, output]; null at a step that has none.</param>
    /// <param name="loss">The loss of a step; the steps' losses are added.</param>
    /// <param name="initial">The state before the first step; the cell's own when null.</param>
    /// <param name="kinks">
    /// The quantities whose change of sign is a kink, such as the net input a of a ReLU network.
    /// </param>
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
    /// <param name="loss">Computes the loss from the present values of the tensors.</param>
    /// <param name="tensors">The tensors, live, with their written-out gradients; their values are restored.</param>
    /// <param name="sides">The side of each kink on which the loss is; null if it has no kinks.</param>
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

    private static bool[] SidesOf(CellTrace run, IReadOnlyList<string> kinks) =>
        [.. kinks.SelectMany(name => run[name]).SelectMany(quantity => quantity).Select(value => value > 0)];
}

/// <summary>The result of a gradient check, tensor by tensor; its text is a table.</summary>
/// <param name="Tensors">The result of each tensor.</param>
public sealed record GradientReport(IReadOnlyList<CheckedTensor> Tensors)
{
    /// <summary>The tensor with the largest relative error.</summary>
    public CheckedTensor Worst => Tensors.MaxBy(tensor => tensor.RelativeError)!;

    /// <summary>The share of all entries that were left out at a kink.</summary>
    public double ShareLeftOut => (double)Tensors.Sum(tensor => tensor.LeftOut) / Tensors.Sum(tensor => tensor.Entries);

    /// <summary>One row a tensor: its name, shape, worst index, both gradients there, and the relative error.</summary>
    public override string ToString()
    {
        string[][] rows =
        [
            ["tensor", "shape", "worst at", "written out", "difference", "relative error"],
            .. Tensors.Select(Row),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        var table = new StringBuilder();
        foreach (string[] row in rows)
            table.AppendJoin("  ", row.Select((text, column) => Align(text, column, widths[column]))).AppendLine();

        (int leftOut, int all) = (Tensors.Sum(tensor => tensor.LeftOut), Tensors.Sum(tensor => tensor.Entries));
        if (leftOut > 0)
            table.AppendLine($"{leftOut} of {all} entries left out: their step crossed a kink.");
        return table.ToString().TrimEnd();
    }

    // Words to the left, numbers to the right.
    private static string Align(string text, int column, int width) =>
        column < 3 ? text.PadRight(width) : text.PadLeft(width);

    private static string[] Row(CheckedTensor tensor) =>
    [
        tensor.Name,
        tensor.Shape,
        tensor.WorstIndex,
        tensor.Written.ToString("0.000000000e+00", CultureInfo.InvariantCulture),
        tensor.Numeric.ToString("0.000000000e+00", CultureInfo.InvariantCulture),
        tensor.RelativeError.ToString("0.0e+00", CultureInfo.InvariantCulture),
    ];
}

/// <summary>The result of a gradient check for one tensor.</summary>
/// <param name="Name">The tensor's name in the equations.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="WorstIndex">The index at which the two gradients differ most.</param>
/// <param name="Written">The written-out gradient there.</param>
/// <param name="Numeric">The central difference there.</param>
/// <param name="RelativeError">max|written − numeric| / max(max|written|, max|numeric|, 1e-3) over the tensor.</param>
/// <param name="Entries">The number of its entries.</param>
/// <param name="LeftOut">The number of entries left out because the step crossed a kink such as ReLU's at 0.</param>
public sealed record CheckedTensor(
    string Name,
    string Shape,
    string WorstIndex,
    double Written,
    double Numeric,
    double RelativeError,
    int Entries,
    int LeftOut);

/// <summary>
/// A tensor whose elements a gradient check changes one by one, and the gradients that it compares with the
/// differences.
/// </summary>
public sealed class ProbedTensor
{
    private readonly Func<int, int, string> indexOf;

    private ProbedTensor(
        string name,
        string shape,
        IReadOnlyList<double[]> values,
        IReadOnlyList<double[]> gradients,
        Func<int, int, string> indexOf)
    {
        (Name, Shape, Values, Gradients) = (name, shape, values, gradients);
        this.indexOf = indexOf;
    }

    /// <summary>The name in the equations.</summary>
    public string Name { get; }

    /// <summary>The shape.</summary>
    public string Shape { get; }

    internal IReadOnlyList<double[]> Values { get; }

    internal IReadOnlyList<double[]> Gradients { get; }

    /// <summary>One tensor for every parameter.</summary>
    /// <param name="parameters">The parameters, live.</param>
    /// <param name="gradients">dL/dθ, in the same order and shapes.</param>
    public static IEnumerable<ProbedTensor> OfParameters(ParameterSet parameters, ParameterSet gradients)
    {
        parameters.RequireSameShapes(gradients, nameof(gradients));
        return parameters.Zip(gradients, (parameter, gradient) => new ProbedTensor(
            parameter.Name,
            parameter.Shape,
            [parameter.Values],
            [gradient.Values],
            (_, place) => parameter.IndexOf(place)));
    }

    /// <summary>One tensor for a whole sequence of vectors.</summary>
    /// <param name="name">Its name in the equations.</param>
    /// <param name="vectors">The vectors, live and dense, [time, element].</param>
    /// <param name="gradients">Their gradients.</param>
    public static ProbedTensor OfSequence(string name, IReadOnlyList<Vector> vectors, IReadOnlyList<Vector> gradients)
    {
        Shapes.RequireSteps(gradients.Count, vectors.Count, nameof(gradients), nameof(vectors));
        return new ProbedTensor(
            name,
            $"[{vectors.Count}, {vectors[0].Count}]",
            [.. vectors.Select(vector => vector.AsArray())],
            [.. gradients.Select(gradient => gradient.ToArray())],
            (t, element) => $"[{t}, {element}]");
    }

    /// <summary>One tensor for every vector of a state: h0, c0, and so on by layers.</summary>
    /// <param name="state">The state, live and dense.</param>
    /// <param name="gradient">Its gradient.</param>
    public static IEnumerable<ProbedTensor> OfState(State state, State gradient)
    {
        Shapes.RequireSizes(gradient, state.Sizes, nameof(gradient));
        return state.Select((part, i) => new ProbedTensor(
            $"state[{i}]",
            $"[{part.Count}]",
            [part.AsArray()],
            [gradient[i].ToArray()],
            (_, element) => $"[{element}]"));
    }

    internal string IndexOf(int piece, int place) => indexOf(piece, place);
}
