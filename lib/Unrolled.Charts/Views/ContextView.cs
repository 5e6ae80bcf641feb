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
/// at step t, the learned links from each to each, and the fixed ones from each hidden unit to its own context unit.
/// <code>new ContextView(network, network.Run(xs))</code>
/// </summary>
public sealed class ContextView : SteppedView
{
    private const int MostUnits = 24;
    private const double LabelWidth = 76, Gap = 44, Output = 22, Hidden = 122, Bottom = 262, Height = 296;

    // Copies: the network may go on learning.
    private readonly Matrix fromInput, fromContext, toOutput;
    private readonly double copyWeight;

    /// <summary>Draws a network with the activations of a run.</summary>
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
        : base(title ?? "Elman's network and its context units", RecordingOf(network, run, symbols), steps)
    {
        (fromInput, fromContext, toOutput) = (network.W_x.Clone(), network.W_c.Clone(), network.W_y.Clone());
        copyWeight = network.CopyWeight;
    }

    private protected override Diagram DiagramOf(Recording recording)
    {
        Quantity x = recording["x"], context = recording["context"], h = recording["h"], y = recording["y"];
        double inputs = UnitRow.Width(x.Elements), hiddens = Math.Max(UnitRow.Width(h.Elements), UnitRow.Width(y.Elements));
        double left = Math.Max(LabelWidth, inputs + Gap), middle = left + hiddens / 2;
        UnitRow input = new(x, new(inputs / 2, Bottom)), before = new(context, new(middle, Bottom)),
            hidden = new(h, new(middle, Hidden)), output = new(y, new(middle, Output));
        return new(left + hiddens, Height,
        [
            new EachToEach(input, hidden, fromInput), new EachToEach(before, hidden, fromContext), new EachToEach(hidden, output, toOutput),
            new OneToOne(hidden, before), input, before, hidden, output,
            new Note("output y", new(output.Left - 6, Output + 3), "end"), new Note("hidden h", new(hidden.Left - 6, Hidden + 3), "end"),
            new Note("input x", new(inputs / 2, Height - 6), "middle"), new Note("context", new(middle, Height - 6), "middle"),
        ]);
    }

    private protected override ImmutableArray<LegendItem> Legend(Recording recording) =>
    [
        Legends.EachToEach, Legends.Dashed($"one to one, fixed at {copyWeight:0.0##}: the copy, after the step"), Legends.Colours(recording),
    ];

    private protected override void WriteMore(CanonicalWriter writer)
    {
        writer.Rows("W_x", fromInput.ToArray());
        writer.Rows("W_c", fromContext.ToArray());
        writer.Rows("W_y", toOutput.ToArray());
        writer.Number("copyWeight", copyWeight);
    }

    private static Recording RecordingOf(ElmanNetwork network, Trace run, IEnumerable<string>? symbols)
    {
        ArgumentNullException.ThrowIfNull(network);
        int hidden = network.StateSizes[0];
        foreach ((string layer, int units) in new[] { ("input", network.InputSize), ("hidden", hidden), ("output", network.OutputSize) })
            if (units > MostUnits)
                throw new ArgumentException($"The network has {units} {layer} units; there is room for {MostUnits} in each layer.", nameof(network));
        return RunReader.Record(run, "Elman network", 1, 0, symbols, reader =>
        [
            reader.Whole("x", new("x"), network.InputSize), reader.Whole("context", new("context"), hidden),
            reader.Whole("h", new("h"), hidden), reader.Whole("y", new("y"), network.OutputSize),
        ]);
    }
}
