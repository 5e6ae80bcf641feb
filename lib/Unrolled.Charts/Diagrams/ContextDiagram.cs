using System.Collections.Immutable;
using Unrolled.Charts.Digests;
using Unrolled.Charts.Views.Parts;
using Unrolled.Charts.Views.Recordings;
using Unrolled.Charts.Views.Stepping;
using Unrolled.Equations;
using Unrolled.Equations.Foundations;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Unrolled.Charts.Views;

/// <summary>
/// Elman's network unit by unit (Elman 1990, figure 2): input, context, hidden and output units with their activations
/// at step t, the learned links from each to each, and the fixed ones from each hidden unit to its own context unit. Or
/// Jordan's, whose state units are linked to the outputs.
/// <code>new ContextView(network, network.Run(xs))</code>
/// </summary>
public sealed class ContextView : SteppedView
{
    private const int MostUnits = 24;
    private const double LabelWidth = 76, Gap = 44, Output = 22, Hidden = 122, Bottom = 262, Height = 296, LabelGap = 6, LabelDrop = 3;

    // Copies: the network may go on learning.
    private readonly Matrix fromInput, fromContext, toOutput;
    private readonly string context, copy;

    /// <summary>Draws an Elman network with the activations of a run.</summary>
    /// <param name="network">The network, of at most 24 units in each layer.</param>
    /// <param name="run">A run of it, [time].</param>
    /// <param name="steps">The steps that stand side by side in the picture; four over the whole run when null.</param>
    /// <param name="symbols">A name for the input of every step; null for none.</param>
    /// <param name="title">What is shown; the network's name when null.</param>
    /// <exception cref="ArgumentException">
    /// The network is too large, the run is empty or another network's, or the symbols are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public ContextView(
        ElmanNetwork network, Trace run, IEnumerable<int>? steps = null, IEnumerable<string>? symbols = null, string? title = null)
        : base(title ?? "Elman's network and its context units", RecordingOf(Given(network), "Elman network", "context", network.W_x.RowCount, run, symbols), steps)
    {
        (fromInput, fromContext, toOutput) = (network.W_x.Clone(), network.W_c.Clone(), network.W_y.Clone());
        (context, copy) = ("context", $"one to one, fixed at {network.CopyWeight:0.0##}: the copy, after the step");
    }

    /// <summary>Draws a Jordan network with the activations of a run.</summary>
    /// <param name="network">The network, of at most 24 units in each layer.</param>
    /// <param name="run">A run of it, [time].</param>
    /// <param name="steps">The steps that stand side by side in the picture; four over the whole run when null.</param>
    /// <param name="symbols">A name for the input of every step; null for none.</param>
    /// <param name="title">What is shown; the network's name when null.</param>
    /// <exception cref="ArgumentException">
    /// The network is too large, the run is empty or another network's, or the symbols are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public ContextView(
        JordanNetwork network, Trace run, IEnumerable<int>? steps = null, IEnumerable<string>? symbols = null, string? title = null)
        : base(title ?? "Jordan's network and its state units", RecordingOf(Given(network), "Jordan network", "state", network.W_x.RowCount, run, symbols), steps)
    {
        (fromInput, fromContext, toOutput) = (network.W_x.Clone(), network.W_c.Clone(), network.W_y.Clone());
        (context, copy) = ("state", $"one to one, fixed at 1.0, after the step; each state unit keeps {network.SelfWeight:0.0##} of itself");
    }

    private bool IsElman => context == "context";

    private protected override Diagram DiagramOf(Recording recording)
    {
        Quantity x = recording["x"], before = recording[context], h = recording["h"], y = recording["y"];
        double inputs = UnitRow.Width(x.Elements), hidden = UnitRow.Width(h.Elements), copied = Math.Max(UnitRow.Width(before.Elements), UnitRow.Width(y.Elements));
        // What is copied stands above its copies: in one column with Elman's hidden units, beside Jordan's.
        double left = IsElman ? Math.Max(LabelWidth, inputs + Gap) : Math.Max(LabelWidth + hidden, inputs) + Gap, column = left + copied / 2;
        double middle = IsElman ? column : LabelWidth + hidden / 2;
        UnitRow input = new(x, new(inputs / 2, Bottom)), contextUnits = new(before, new(column, Bottom)),
            hiddenUnits = new(h, new(middle, Hidden)), output = new(y, new(column, Output));
        return new(left + copied, Height,
        [
            new EachToEach(input, hiddenUnits, fromInput), new EachToEach(contextUnits, hiddenUnits, fromContext), new EachToEach(hiddenUnits, output, toOutput),
            new OneToOne(IsElman ? hiddenUnits : output, contextUnits), input, contextUnits, hiddenUnits, output,
            Beside(output, "output y"), Beside(hiddenUnits, "hidden h"), Below(input, "input x"), Below(contextUnits, context),
        ]);
    }

    private protected override ImmutableArray<LegendItem> Legend(Recording recording) =>
        [Legends.EachToEach, Legends.Dashed(copy), Legends.Colours(recording)];

    private protected override void WriteMore(CanonicalWriter writer)
    {
        writer.Rows("W_x", fromInput.ToArray());
        writer.Rows("W_c", fromContext.ToArray());
        writer.Rows("W_y", toOutput.ToArray());
        writer.Text("copy", copy);
    }

    private static Note Beside(UnitRow row, string name) => new(name, new(row.Left - LabelGap, row.Middle.Y + LabelDrop), "end");

    private static Note Below(UnitRow row, string name) => new(name, new(row.Middle.X, Height - LabelGap), "middle");

    private static ICell Given(ICell network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network;
    }

    private static Recording RecordingOf(ICell network, string named, string context, int hidden, Trace run, IEnumerable<string>? symbols)
    {
        foreach ((string layer, int units) in new[] { ("input", network.InputSize), ("hidden", hidden), ("output", network.OutputSize) })
            if (units > MostUnits)
                throw new ArgumentException($"The network has {units} {layer} units; there is room for {MostUnits} in each layer.", nameof(network));
        return RunReader.Record(run, named, 1, 0, symbols, reader =>
        [
            reader.Whole("x", new("x"), network.InputSize), reader.Whole(context, new(context), network.StateSizes[0]),
            reader.Whole("h", new("h"), hidden), reader.Whole("y", new("y"), network.OutputSize),
        ]);
    }
}
