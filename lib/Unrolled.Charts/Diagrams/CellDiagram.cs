using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// A recurrent cell in the usual drawing, with the value of every part at step t: yellow boxes are neural network
/// layers, rose circles pointwise operations, arrows vectors; lines that join are concatenated, lines that fork are
/// copied.
/// <code>new CellDiagram(lstm, lstm.Run(xs), unit: 2, symbols: ["B", "T", "X", "S", "E"])</code>
/// </summary>
public sealed class CellDiagram : StepDiagram
{
    private readonly CellPlan plan;
    private readonly int? equations;

    /// <summary>The diagram of a cell with the values of a run.</summary>
    /// <param name="cell">
    /// An ElmanNetwork, RnnCell, Lstm1997Cell, LstmCell, PeepholeLstmCell or GruCell of the equations, or one of them
    /// with an output layer.
    /// </param>
    /// <param name="run">A run of the cell, [time].</param>
    /// <param name="unit">The hidden unit whose values are written out; the slider's reader may choose another.</param>
    /// <param name="steps">The steps of the frames side by side; null takes four over the whole run.</param>
    /// <param name="symbols">A name for the input of every step; null for none.</param>
    /// <param name="title">The title; null takes the cell's name.</param>
    /// <param name="equations">
    /// Of an LSTM, the number of its equations whose parts are drawn in full, in the order i, f, g, o, c, h; the others
    /// are pale, so that the cell can be built up. Null draws all.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no diagram of the cell, the run is empty or another cell's, the symbols are not as many as steps, or a
    /// cell that is no LSTM is to be built up.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit, step or equation.</exception>
    public CellDiagram(
        ICell cell, CellTrace run, int unit = 0, IEnumerable<int>? steps = null, IEnumerable<string>? symbols = null,
        string? title = null, int? equations = null)
        : this(CellPlan.For(cell), cell, run, unit, steps, symbols, title, equations)
    {
    }

    private CellDiagram(
        CellPlan plan, ICell cell, CellTrace run, int unit, IEnumerable<int>? steps, IEnumerable<string>? symbols,
        string? title, int? equations)
        : base(title ?? plan.Named, Read(plan, cell, run, unit, symbols), steps)
    {
        if (equations is not null && plan is not LstmPlan)
            throw new ArgumentException($"A {plan.Named} is not built up by equations.", nameof(equations));
        if (equations is < 1 or > LstmPlan.Equations)
            throw new ArgumentOutOfRangeException(
                nameof(equations), equations, $"equations is {equations}; expected 1 to {LstmPlan.Equations}.");
        (this.plan, this.equations) = (plan, equations);
    }

    private protected override string View => "CellView";

    private protected override Arrangement ArrangementOf(Recording recording) =>
        plan is LstmPlan lstm && equations is { } first ? lstm.Of(recording, first) : plan.Of(recording);

    private protected override ImmutableArray<LegendItem> Legend(Recording recording) =>
    [
        Legends.Layer,
        .. plan.Of(recording).Parts.OfType<PointwiseCircle>().Any() ? [Legends.Pointwise] : Array.Empty<LegendItem>(),
        Legends.Transfer, Legends.Concatenate, Legends.Copy,
        .. plan.Legend, Legends.Colours(recording), .. Legends.Chips(recording),
    ];

    private protected override void WriteMore(CanonicalWriter writer)
    {
        writer.Text("cell", plan.Kind);
        if (equations is { } first)
            writer.Number("equations", first);
    }

    private static Recording Read(CellPlan plan, ICell cell, CellTrace run, int unit, IEnumerable<string>? symbols) =>
        RunReader.Record(run, plan.Named, cell.StateSizes[0], unit, symbols, plan.Quantities);
}
