namespace Unrolled;

/// <summary>
/// Heat maps of the gates and states of a run over its steps, with the input's symbols along the axis.
/// </summary>
public static class GateHeatMap
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

    /// <summary>A heat map for each gate and state, with a row for each unit and a column for each step.</summary>
    /// <param name="run">A run of a cell, [time].</param>
    /// <param name="symbols">A name for the input of every step; null numbers the steps.</param>
    /// <param name="quantities">
    /// The quantities by their names in the equations; null takes every gate, the candidate, c and h.
    /// </param>
    /// <param name="columns">The number of heat maps in one row.</param>
    /// <param name="title">The title.</param>
    /// <returns>The figures, which are shown like one.</returns>
    /// <exception cref="ArgumentException">The run is empty, or the symbols are not as many as steps.</exception>
    /// <exception cref="KeyNotFoundException">
    /// There is no such quantity; the message lists the existing ones.
    /// </exception>
    public static FigureGrid Of(
        CellTrace run, IEnumerable<string>? symbols = null, IEnumerable<string>? quantities = null, int columns = 2,
        string title = "Gates and states over the run")
    {
        string[] names = Named(run, quantities), steps = Steps(run, symbols);
        IEnumerable<Figure> maps = names.Select(name => Map(
            Words.GetValueOrDefault(name, name), run.Matrix(name).ToArray(), Rows(run.Matrix(name)), steps,
            Gates.Contains(name)));
        return Figure.Grid(maps, columns, title, panelHeight: 200, width: 960);
    }

    /// <summary>
    /// Two heat maps of one unit, of its gates and of its states, with the values where there is room.
    /// </summary>
    /// <param name="run">A run of a cell, [time].</param>
    /// <param name="unit">The unit.</param>
    /// <param name="symbols">A name for the input of every step; null numbers the steps.</param>
    /// <param name="quantities">
    /// The quantities by their names in the equations; null takes every gate, the candidate, c and h.
    /// </param>
    /// <param name="title">The title; null takes the unit's number.</param>
    /// <returns>The figures, which are shown like one.</returns>
    /// <exception cref="ArgumentException">The run is empty, or the symbols are not as many as steps.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    /// <exception cref="KeyNotFoundException">
    /// There is no such quantity; the message lists the existing ones.
    /// </exception>
    public static FigureGrid OfUnit(
        CellTrace run, int unit, IEnumerable<string>? symbols = null, IEnumerable<string>? quantities = null,
        string? title = null)
    {
        string[] names = Named(run, quantities), steps = Steps(run, symbols);
        foreach (string name in names)
        {
            int units = run[name][0].Count;
            if (unit < 0 || unit >= units)
                throw new ArgumentOutOfRangeException(
                    nameof(unit), unit, $"There is no unit {unit}; {name} has the units 0 to {units - 1}.");
        }

        IEnumerable<Figure> maps = names
            .GroupBy(Gates.Contains).OrderByDescending(group => group.Key)
            .Select(group => Map(
                group.Key ? "gates" : "states", Together(run, unit, [.. group]), [.. group], steps, group.Key,
                showValues: true));
        return Figure.Grid(maps, columns: 1, title ?? $"Unit {unit} over the run", panelHeight: 200, width: 960);
    }

    private static Figure Map(
        string title, double[,] values, string[] rows, string[] steps, bool gate, bool showValues = false)
    {
        var figure = new Figure(title);
        return gate
            ? figure.HeatMap(values, rows, steps, ColourScale.Blues, min: 0, max: 1, showValues)
            : figure.HeatMap(values, rows, steps, ColourScale.BlueOrange, showValues: showValues);
    }

    private static string[] Named(CellTrace run, IEnumerable<string>? quantities)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Count == 0)
            throw new ArgumentException("The run has no steps; expected at least one.", nameof(run));
        string[] asked = [.. quantities ?? Gates.Concat(States).Where(run.Names.Contains)];
        if (asked.Length == 0)
            throw new ArgumentException(
                $"The run has no gate and no state that is known here; it has {string.Join(", ", run.Names)}. "
                + "Name the quantities to draw.",
                nameof(quantities));
        foreach (string name in asked)
            _ = run[name];
        return asked;
    }

    private static string[] Steps(CellTrace run, IEnumerable<string>? symbols)
    {
        string[] steps = [.. symbols ?? Enumerable.Range(0, run.Count).Select(step => $"{step}")];
        return steps.Length == run.Count
            ? steps
            : throw new ArgumentException(
                $"There are {steps.Length} symbols for {run.Count} steps; they must be as many.", nameof(symbols));
    }

    private static string[] Rows(Matrix matrix) => [.. Enumerable.Range(0, matrix.RowCount).Select(unit => $"{unit}")];

    private static double[,] Together(CellTrace run, int unit, string[] names)
    {
        var values = new double[names.Length, run.Count];
        for (int row = 0; row < names.Length; row++)
            for (int t = 0; t < run.Count; t++)
                values[row, t] = run[names[row]][t][unit];
        return values;
    }
}
