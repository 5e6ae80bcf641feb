namespace Unrolled.Charts.Tests.Diagrams;

/// <summary>One view of every kind, and the cases that are hard to lay out.</summary>
internal static class DiagramGallery
{
    public static IReadOnlyDictionary<string, Func<Drawing>> Drawings { get; } = new Dictionary<string, Func<Drawing>>(
    [
        .. Runs.Cells.Select(cell => KeyValuePair.Create<string, Func<Drawing>>(
            $"cell: {cell.Key}", () => new CellDiagram(
                cell.Value(), Runs.OfSymbols(cell.Value()), unit: 1, symbols: Runs.Symbols))),
        new("cell: one unit", () => OneUnit()),
        new("cell: 128 units", () => Of(Runs.Seeded(GruCell.Zeros(Runs.Inputs, 128)), unit: 100)),
        new(
            "cell: exploding",
            () => Of(Runs.Seeded(RnnCell.Zeros(Runs.Inputs, Runs.Hidden, Activation.Relu), bound: 60), unit: 0)),
        new("context", () => Context(ElmanNetwork.Zeros(Runs.Inputs, 6, 3))),
        new("context: smallest", () => Context(ElmanNetwork.Zeros(Runs.Inputs, 1, 1))),
        new("context: largest", () => Context(ElmanNetwork.Zeros(24, 24, 24))),
        new(
            "context: Jordan",
            () => new ContextDiagram(
                Runs.Seeded(JordanNetwork.Zeros(Runs.Inputs, 4, 2)),
                Runs.OfSymbols(Runs.Seeded(JordanNetwork.Zeros(Runs.Inputs, 4, 2))))),
        new("unrolled", () => new UnrolledDiagram(4, inputs: ["天", "上", "的", "云"], outputs: ["上", "的", "云", "朵"])),
        new("unrolled: deep", () => new UnrolledDiagram(5, layers: 3)),
        new("unrolled: bidirectional", () => new UnrolledDiagram(3, layers: 2, bidirectional: true)),
        new(
            "unrolled: run",
            () => UnrolledDiagram.Of(Runs.OfSymbols(DeepWithOutput()), first: 2, inputs: Runs.Symbols)),
        new("unrolled: run in both directions", () => UnrolledDiagram.Of(
            new BidirectionalRnn(Runs.Seeded(RnnCell.Zeros(Runs.Inputs, 4)), Runs.Seeded(RnnCell.Zeros(Runs.Inputs, 3)))
                .Run([.. Runs.OfSymbols(Runs.Cells["rnn"]()).Inputs]))),
        new(
            "bidirectional",
            () => new BidirectionalDiagram(
                Runs.Bidirectional().Run(Sequence.OfScalars([1, 0, 1, 1, 0])),
                symbols: ["B", "天", "a rather long word", "", "E"])),
        new(
            "bidirectional: largest",
            () => new BidirectionalDiagram(Runs.Bidirectional().Run(Sequence.OfScalars([1, 0, 1, 1, 0, -20, 0, 1])))),
        new("bidirectional: smallest", () => new BidirectionalDiagram(OneLayer())),
        new(
            "encoder and decoder",
            () => new EncoderDecoderDiagram(["do", "you", "want", "tea", "?"], ["tea", "please"])),
        new("encoder and decoder: smallest", () => new EncoderDecoderDiagram(["a"], [])),
        new("beam tree", () => new BeamTree(Beams.Example)),
        new("beam tree: of a network", () => new BeamTree(Beams.Search(Beams.Network(), [1, 2, 0, 1], 3, 6), .6)),
        new("beam tree: smallest", () => new BeamTree([[new(["a rather long word"], -123.456, IsKept: false)]])),
        new("trajectory", () => Trajectory()),
        new("five shapes", () => UnrolledDiagram.FiveShapes()),
        new(
            "gradient against lag",
            () => GradientByLagChart.Of([("RNN", [1.0, 0.5, 0.25, 0]), ("LSTM", [1.0, 0.9, 0.8, 0.7])])),
        new("gate activity", () => GateHeatMap.Of(Runs.OfSymbols(Runs.Cells["lstm"]()), Runs.Symbols)),
        new("gate activity of a unit", () => GateHeatMap.OfUnit(Runs.OfSymbols(Runs.Cells["gru, after"]()), 1)),
    ]);

    public static CellWithOutput DeepWithOutput() =>
        new(
            new DeepRnn(Runs.Seeded(RnnCell.Zeros(Runs.Inputs, 6)), Runs.Seeded(LstmCell.Zeros(6, 4))),
            OutputLayer.Zeros(4, 2, OutputActivation.Softmax));

    /// <summary>Hidden states on ten symbols from two networks.</summary>
    public static Figure Trajectory() => TrajectoryDiagram.Of(
    [
        .. new[] { "rnn", "gru, after" }.Select(
            cell => (cell, Runs.OfSymbols(Runs.Cells[cell]())["h"])),
    ]);

    private static BidirectionalRun OneLayer() => new BidirectionalRnn(
        Runs.Seeded(RnnCell.Zeros(Runs.Inputs, 1)), Runs.Seeded(LstmCell.Zeros(Runs.Inputs, 1)))
        .Run(Sequence.OneHot([2], Runs.Inputs));

    private static CellDiagram Of(ICell cell, int unit) => new(cell, Runs.OfSymbols(cell), unit, symbols: Runs.Symbols);

    private static CellDiagram OneUnit() => Of(Runs.Seeded(LstmCell.Zeros(Runs.Inputs, 1)), unit: 0);

    private static ContextDiagram Context(ElmanNetwork network) => new(Runs.Seeded(network), Runs.OfSymbols(network));
}
