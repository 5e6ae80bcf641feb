using System.Collections.Immutable;
using System.Globalization;

namespace Unrolled;

/// <summary>
/// Elman's network unit by unit (Elman 1990, figure 2): input, context, hidden and output units with their activations
/// at step t, the learned links from each to each, and the fixed ones from each hidden unit to its own context unit of
/// the next step. Or Jordan's network, whose state units have fixed links from the outputs.
/// <code>new ContextDiagram(network, network.Run(xs))</code>
/// </summary>
public sealed class ContextDiagram : StepDiagram
{
    private const int MostUnits = 24;
    private const double
        LabelWidth = 58, Gap = 40, WeightWidth = 32, Output = 22, Hidden = 122, Bottom = 262, Height = 296,
        LabelGap = 6, LabelDrop = 3;

    // Copies, because the network may go on learning.
    private readonly Matrix fromInput, fromContext, toOutput;
    private readonly string context, copy;
    private readonly double copyWeight;

    /// <summary>The diagram of an Elman network with the activations of a run.</summary>
    /// <param name="network">The network, of at most 24 units in each layer.</param>
    /// <param name="run">A run of the network, [time].</param>
    /// <param name="steps">The steps of the frames side by side; null takes four over the whole run.</param>
    /// <param name="symbols">A name for the input of every step; null for none.</param>
    /// <param name="title">The title; null takes the network's name.</param>
    /// <exception cref="ArgumentException">
    /// The network is too large, the run is empty or another network's, or the symbols are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public ContextDiagram(
        ElmanNetwork network, CellTrace run, IEnumerable<int>? steps = null, IEnumerable<string>? symbols = null,
        string? title = null)
        : base(
            title ?? "Elman's network and its context units",
            Read(Given(network), "Elman network", "context", network.W.RowCount, run, symbols), steps)
    {
        (fromInput, fromContext, toOutput) = (network.W.Clone(), network.U.Clone(), network.V.Clone());
        context = "context";
        copy = $"one to one, fixed at {network.CopyWeight:0.0##}: the copy, after the step";
        copyWeight = network.CopyWeight;
    }

    /// <summary>The diagram of a Jordan network with the activations of a run.</summary>
    /// <param name="network">The network, of at most 24 units in each layer.</param>
    /// <param name="run">A run of the network, [time].</param>
    /// <param name="steps">The steps of the frames side by side; null takes four over the whole run.</param>
    /// <param name="symbols">A name for the input of every step; null for none.</param>
    /// <param name="title">The title; null takes the network's name.</param>
    /// <exception cref="ArgumentException">
    /// The network is too large, the run is empty or another network's, or the symbols are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public ContextDiagram(
        JordanNetwork network, CellTrace run, IEnumerable<int>? steps = null, IEnumerable<string>? symbols = null,
        string? title = null)
        : base(
            title ?? "Jordan's network and its state units",
            Read(Given(network), "Jordan network", "state", network.W.RowCount, run, symbols), steps)
    {
        (fromInput, fromContext, toOutput) = (network.W.Clone(), network.U.Clone(), network.V.Clone());
        context = "state";
        copy = "one to one, fixed at 1.0, after the step; "
            + $"each state unit keeps {network.SelfWeight:0.0##} of itself";
        copyWeight = 1;
    }

    private protected override string View => "ContextView";

    private bool IsElman => context == "context";

    private string Next => context + "_next";

    private string Weight => string.Create(CultureInfo.InvariantCulture, $"× {copyWeight:0.0##}");

    private string Held => IsElman ? "context(t): h of the step before" : "state(t): as the step before left it";

    private protected override Arrangement ArrangementOf(Recording recording)
    {
        Quantity x = recording["x"], before = recording[context], h = recording["h"], y = recording["y"];
        double inputs = UnitRow.Width(x.Elements), hidden = UnitRow.Width(h.Elements);
        double copied = UnitRow.Width(before.Elements);
        double below = Math.Max(inputs, LabelWidth) + Gap + copied;
        // The copied units are above their copies, those of the step after: Elman's hidden units, Jordan's outputs.
        double left = Math.Max(below, IsElman ? LabelWidth : LabelWidth + hidden) + Gap, column = left + copied / 2;
        double middle = IsElman ? column : LabelWidth + (left - Gap - LabelWidth) / 2;
        UnitRow input = new(x, new(inputs / 2, Bottom)), hiddenUnits = new(h, new(middle, Hidden));
        UnitRow contextUnits = new(before, new(below - copied / 2, Bottom));
        UnitRow output = new(y, new(column, Output)), copy = new(recording[Next], new(column, Bottom));
        UnitRow source = IsElman ? hiddenUnits : output;
        return new(left + Math.Max(copied, UnitRow.Width(y.Elements) / 2 + copied / 2) + WeightWidth, Height,
        [
            new EachToEach(input, hiddenUnits, fromInput), new EachToEach(contextUnits, hiddenUnits, fromContext),
            new EachToEach(hiddenUnits, output, toOutput), new OneToOne(source, copy),
            input, contextUnits, hiddenUnits, output, copy,
            Beside(output, "output y"), Beside(hiddenUnits, "hidden h"),
            Below(input, new("input x")), Below(contextUnits, new(context, "t")), Below(copy, new(context, "t+1")),
            new Note(Weight, new(column + copied / 2 + 2, (source.Middle.Y + Bottom) / 2)) { Colour = Ink.Extra },
        ]);
    }

    private protected override ImmutableArray<LegendItem> Legend(Recording recording) =>
    [
        Legends.EachToEach, Legends.Dashed(copy),
        new LegendItem(Held, 0, (_, _) => { }), Legends.Colours(recording),
    ];

    private protected override void WriteMore(CanonicalWriter writer)
    {
        writer.Rows("W", fromInput.ToArray());
        writer.Rows("U", fromContext.ToArray());
        writer.Rows("V", toOutput.ToArray());
        writer.Text("copy", copy);
    }

    private static Note Beside(UnitRow row, string name) =>
        new(name, new(row.Left - LabelGap, row.Middle.Y + LabelDrop), "end");

    private static NameNote Below(UnitRow row, MathName name) => new(name, new(row.Middle.X, Height - LabelGap));

    private static ICell Given(ICell network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network;
    }

    private static Recording Read(
        ICell network, string named, string context, int hidden, CellTrace run, IEnumerable<string>? symbols)
    {
        (string, int)[] layers = [("input", network.InputSize), ("hidden", hidden), ("output", network.OutputSize)];
        foreach ((string layer, int units) in layers)
            if (units > MostUnits)
                throw new ArgumentException(
                    $"The network has {units} {layer} units; there is room for {MostUnits} in each layer.",
                    nameof(network));
        return RunReader.Record(run, named, 1, 0, symbols, reader =>
        [
            reader.Whole("x", new("x"), network.InputSize),
            reader.Whole(context, new(context), network.StateSizes[0]),
            reader.Whole("h", new("h"), hidden), reader.Whole("y", new("y"), network.OutputSize),
            reader.Whole(context + "_next", new(context, "t+1"), network.StateSizes[0]),
        ]);
    }
}
