using Unrolled.Equations.Foundations;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Unrolled.Charts.Views;

/// <summary>Every gate and state of a run over its steps, with the symbols of the input along the axis.</summary>
public static class GateActivity
{
    private static readonly string[] Gates = ["i", "f", "o", "r", "z"], States = ["g", "n", "c", "h"];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["i"] = "input gate i",
        ["f"] = "forget gate f",
        ["o"] = "output gate o",
        ["r"] = "reset gate r",
        ["z"] = "update gate z",
        ["g"] = "candidate g",
        ["n"] = "candidate n",
        ["c"] = "cell state c",
        ["h"] = "hidden state h",
    };

    /// <summary>Draws all units: a heat map for each gate and state, a row for each unit, a column for each step.</summary>
    /// <param name="run">The run of a cell, [time].</param>
    /// <param name="symbols">A name for the input of every step; null numbers the steps.</param>
    /// <param name="quantities">What to draw, by its names in the equations; null takes every gate, the candidate, c and h.</param>
    /// <param name="columns">How many heat maps stand in one row.</param>
    /// <param name="title">What is shown.</param>
    /// <returns>The figures, to be shown like one.</returns>
    /// <exception cref="ArgumentException">The run is empty, or the symbols are not as many as steps.</exception>
    /// <exception cref="KeyNotFoundException">There is no such quantity; the message lists those that there are.</exception>
    public static FigureGrid Of(
        Trace run, IEnumerable<string>? symbols = null, IEnumerable<string>? quantities = null, int columns = 2, string title = "Gates and states over the run")
    {
        string[] names = Named(run, quantities), steps = Steps(run, symbols);
        return Figure.Grid(
            names.Select(name => Map(
                Words.GetValueOrDefault(name, name), run.Matrix(name).ToArray(), Rows(run.Matrix(name)), steps, Gates.Contains(name))),
            columns, title, panelHeight: 200, width: 960);
    }

    /// <summary>Draws one unit: its gates above, its states below, a row for each, with the numbers where there is room.</summary>
    /// <param name="run">The run of a cell, [time].</param>
    /// <param name="unit">The unit.</param>
    /// <param name="symbols">A name for the input of every step; null numbers the steps.</param>
    /// <param name="quantities">What to draw, by its names in the equations; null takes every gate, the candidate, c and h.</param>
    /// <param name="title">What is shown; the unit's number when null.</param>
    /// <returns>The figures, to be shown like one.</returns>
    /// <exception cref="ArgumentException">The run is empty, or the symbols are not as many as steps.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    /// <exception cref="KeyNotFoundException">There is no such quantity; the message lists those that there are.</exception>
    public static FigureGrid OfUnit(
        Trace run, int unit, IEnumerable<string>? symbols = null, IEnumerable<string>? quantities = null, string? title = null)
    {
        string[] names = Named(run, quantities), steps = Steps(run, symbols);
        foreach (string name in names)
            if (unit < 0 || unit >= run[name][0].Count)
                throw new ArgumentOutOfRangeException(
                    nameof(unit), unit, $"There is no unit {unit}; {name} has the units 0 to {run[name][0].Count - 1}.");
        return Figure.Grid(
            names.GroupBy(Gates.Contains).OrderByDescending(group => group.Key).Select(group => Map(
                group.Key ? "gates" : "states", Together(run, unit, [.. group]), [.. group], steps, group.Key, showValues: true)),
            columns: 1, title ?? $"Unit {unit} over the run", panelHeight: 200, width: 960);
    }

    private static Figure Map(string title, double[,] values, string[] rows, string[] steps, bool gate, bool showValues = false) =>
        new Figure(title).HeatMap(
            values, rows, steps, gate ? ColourScale.Blues : ColourScale.BlueOrange, min: gate ? 0 : null, max: gate ? 1 : null, showValues);

    private static string[] Named(Trace run, IEnumerable<string>? quantities)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Count == 0)
            throw new ArgumentException("The run has no steps; expected at least one.", nameof(run));
        string[] asked = [.. quantities ?? Gates.Concat(States).Where(run.Names.Contains)];
        if (asked.Length == 0)
            throw new ArgumentException(
                $"The run has no gate and no state that is known here; it has {string.Join(", ", run.Names)}. Name what to draw.", nameof(quantities));
        foreach (string name in asked)
            _ = run[name];
        return asked;
    }

    private static string[] Steps(Trace run, IEnumerable<string>? symbols)
    {
        string[] steps = [.. symbols ?? Enumerable.Range(0, run.Count).Select(step => $"{step}")];
        return steps.Length == run.Count
            ? steps
            : throw new ArgumentException($"There are {steps.Length} symbols for {run.Count} steps; they must be as many.", nameof(symbols));
    }

    private static string[] Rows(Matrix matrix) => [.. Enumerable.Range(0, matrix.RowCount).Select(unit => $"{unit}")];

    private static double[,] Together(Trace run, int unit, string[] names)
    {
        var values = new double[names.Length, run.Count];
        for (int row = 0; row < names.Length; row++)
            for (int t = 0; t < run.Count; t++)
                values[row, t] = run[names[row]][t][unit];
        return values;
    }
}
