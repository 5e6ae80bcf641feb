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
    /// <exception cref="ArgumentException">
    /// There is no diagram of the cell, the run is empty or another cell's, or the symbols are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit or step.</exception>
    public CellDiagram(
        ICell cell, CellTrace run, int unit = 0, IEnumerable<int>? steps = null, IEnumerable<string>? symbols = null,
        string? title = null)
        : this(CellPlan.For(cell), cell, run, unit, steps, symbols, title)
    {
    }

    private CellDiagram(
        CellPlan plan, ICell cell, CellTrace run, int unit, IEnumerable<int>? steps, IEnumerable<string>? symbols,
        string? title)
        : base(title ?? plan.Named, Read(plan, cell, run, unit, symbols), steps)
    {
        this.plan = plan;
    }

    private protected override string View => "CellView";

    private protected override Arrangement ArrangementOf(Recording recording) => plan.Of(recording);

    private protected override ImmutableArray<LegendItem> Legend(Recording recording) =>
    [
        Legends.Layer,
        .. plan.Of(recording).Parts.OfType<PointwiseCircle>().Any() ? [Legends.Pointwise] : Array.Empty<LegendItem>(),
        Legends.Transfer, Legends.Concatenate, Legends.Copy,
        .. plan.Legend, Legends.Colours(recording), .. Legends.Chips(recording),
    ];

    private protected override void WriteMore(CanonicalWriter writer) => writer.Text("cell", plan.Kind);

    private static Recording Read(CellPlan plan, ICell cell, CellTrace run, int unit, IEnumerable<string>? symbols) =>
        RunReader.Record(run, plan.Named, cell.StateSizes[0], unit, symbols, plan.Quantities);
}
