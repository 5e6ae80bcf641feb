using System.Collections.Immutable;
using Unrolled.Charts.Digests;
using Unrolled.Charts.Views.Cells;
using Unrolled.Charts.Views.Parts;
using Unrolled.Charts.Views.Recordings;
using Unrolled.Charts.Views.Stepping;
using Unrolled.Equations.Foundations;

namespace Unrolled.Charts.Views;

/// <summary>
/// A recurrent cell, drawn in the usual way, where every part carries its number at step t: yellow boxes are neural
/// network layers, rose circles pointwise operations, arrows vectors; lines that join are concatenated, lines that fork
/// are copied.
/// <code>new CellView(lstm, lstm.Run(xs), unit: 2, symbols: ["B", "T", "X", "S", "E"])</code>
/// </summary>
public sealed class CellView : SteppedView
{
    private readonly CellDiagram diagram;

    /// <summary>Draws a cell with the numbers of a run.</summary>
    /// <param name="cell">
    /// An ElmanNetwork, Rnn, Lstm1997, Lstm, PeepholeLstm or Gru of the equations, or one of them with a read-out.
    /// </param>
    /// <param name="run">A run of it, [time].</param>
    /// <param name="unit">The hidden unit whose numbers are written out; the slider's reader may choose another.</param>
    /// <param name="steps">The steps that stand side by side in the picture; four over the whole run when null.</param>
    /// <param name="symbols">A name for the input of every step; null for none.</param>
    /// <param name="title">What is shown; the cell's name when null.</param>
    /// <exception cref="ArgumentException">
    /// There is no drawing of the cell, the run is empty or another cell's, or the symbols are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit or step.</exception>
    public CellView(
        ICell cell, Trace run, int unit = 0, IEnumerable<int>? steps = null, IEnumerable<string>? symbols = null, string? title = null)
        : this(CellDiagram.For(cell), cell, run, unit, steps, symbols, title)
    {
    }

    private CellView(
        CellDiagram diagram, ICell cell, Trace run, int unit, IEnumerable<int>? steps, IEnumerable<string>? symbols, string? title)
        : base(title ?? diagram.Named, RecordingOf(diagram, cell, run, unit, symbols), steps)
    {
        this.diagram = diagram;
    }

    private protected override Diagram DiagramOf(Recording recording) => diagram.Of(recording);

    private protected override ImmutableArray<LegendItem> Legend(Recording recording) =>
    [
        Legends.Layer,
        .. diagram.Of(recording).Parts.OfType<PointwiseCircle>().Any() ? [Legends.Pointwise] : Array.Empty<LegendItem>(),
        Legends.Transfer, Legends.Concatenate, Legends.Copy, .. diagram.Legend, Legends.Colours(recording), .. Legends.Chips(recording),
    ];

    private protected override void WriteMore(CanonicalWriter writer) => writer.Text("cell", diagram.Kind);

    private static Recording RecordingOf(CellDiagram diagram, ICell cell, Trace run, int unit, IEnumerable<string>? symbols) =>
        RunReader.Record(run, diagram.Named, cell.StateSizes[0], unit, symbols, diagram.Quantities);
}
