using Unrolled.Charts.Tests.Diagrams;

namespace Unrolled.Charts.Tests.Output;

/// <summary>
/// Small pictures, tables and layouts, kept in Snapshots/. After an intended change, look at the received file beside
/// the built tests and copy it over the committed one.
/// </summary>
public class SnapshotTests
{
    private static readonly double[] Positions = [0, 1, 2, 3];

    private static readonly Dictionary<string, Func<Drawing>> Figures = new()
    {
        ["line"] = () => new Figure("Loss", 320, 200)
            .Line([1, 0.1, double.NaN, 0.001], "BPTT", marker: Marker.Circle)
            .HorizontalLine(0.5, "mean").LogY().XLabel("epoch").YLabel("error"),
        ["steps"] = () => new Figure("Learning rate", 320, 200).Line([0.1, 0.1, 0.01], from: 1, step: true).LogY(),
        ["line-ends"] = () => new Figure("Names at line ends", 320, 200)
            .Line([1, 0.5, 0.2], "GRU").Line([1, 0.6, 0.25], "LSTM")
            .VerticalLine(1, "half").Legend(LegendPosition.LineEnds),
        ["legend-above"] = () => new Figure("Legend above", 320, 200)
            .Line(Positions, [0, 1, 0, 1], "up").Line(Positions, [1, 0, 1, 0], "down").Legend(LegendPosition.Above),
        ["points"] = () => new Figure("Predicted", 320, 200)
            .Points(Positions, [0.1, 1.2, 1.9, 3], "test", Marker.Diamond).Points([1], [2.5], "outlier", Marker.Cross)
            .Annotate(1, 2.5, "seed 7"),
        ["band"] = () => new Figure("Five seeds", 320, 200)
            .Line(Positions, [1, 0.7, 0.5, 0.4], "median").Band(Positions, [0.9, 0.6, 0.4, 0.3], [1.1, 0.9, 0.7, 0.6]),
        ["bars"] = () => new Figure("Accuracy", 320, 200)
            .Bars(["mean", "LSTM"], [0.5, 0.9], "test", errors: [0.0, 0.05], showValues: true),
        ["histogram"] = () => new Figure("Norms", 320, 200).Histogram([0.1, 0.4, 0.5, 0.5, 0.9, 1.3], "norms", bins: 4),
        ["heat-map"] = () => new Figure("Weights", 240, 200)
            .HeatMap(new[,] { { -1.0, 0.5 }, { double.NaN, 1 } }, rows: ["a", "b"], showValues: true, label: "w"),
        ["grid"] = () => Figure.Grid(
            [new Figure("A").Line([0, 1]), new Figure("B").Points([0, 1], [2, 3])],
            title: "Two", shareY: true, width: 400, panelHeight: 140),
        ["grid-legend"] = () => Figure.Grid(
            [new Figure("A").Line([0, 1], "LSTM"), new Figure("B").Line([1, 0], "LSTM")], width: 400, panelHeight: 140),
    };

    private static readonly Dictionary<string, Func<Drawing>> Diagrams = new()
    {
        ["cell"] = () => Cell("lstm"),
        ["cell-elman"] = () => Cell("elman"),
        ["cell-rnn"] = () => Cell("rnn"),
        ["cell-lstm-1997"] = () => Cell("lstm 1997"),
        ["cell-lstm-peephole"] = () => Cell("lstm, peephole"),
        ["cell-gru-after"] = () => Cell("gru, after"),
        ["cell-gru-before"] = () => Cell("gru, before, takes"),
        ["context"] = () => Context(ElmanNetwork.Zeros(5, 2, 1)),
        ["context-jordan"] = () =>
        {
            JordanNetwork network = Runs.Seeded(JordanNetwork.Zeros(5, 2, 1));
            return new ContextDiagram(network, Runs.OfSymbols(network), steps: [3]);
        },
        ["unrolled"] = () => UnrolledDiagram.Of(
            Runs.OfSymbols(DiagramGallery.DeepWithOutput()), first: 2, steps: 3, inputs: Runs.Symbols),
        ["unrolled-folded"] = () => new UnrolledDiagram(2, outputs: ["a", "b"]),
        ["unrolled-bidirectional"] = () => new UnrolledDiagram(2, bidirectional: true, folded: false),
        ["five-shapes"] = () => UnrolledDiagram.FiveShapes(),
        ["encoder-decoder"] = () => new EncoderDecoderDiagram(["tea", "?"], ["yes"]),
        ["slider"] = () => ParameterSlider.Over("u", [0.5, 1, 2], u => Power(u), title: "One unit"),
        ["slider-of-two"] = () => ParameterSlider.Over(("u", [0.5, 1]), ("w", [1, 2, 3]), (u, w) => Power(u * w)),
        ["pictures"] = () => new Pictures("A dot", showScale: true, label: "light")
            .Add(new[,] { { 1, 0 }, { 0, 0 } }, "t = 1").Add(new[,] { { 0, 0.5 }, { double.NaN, 0 } }, "t = 2"),
        ["backward"] = () => new BackwardDiagram(
            [new(1, 0.5, 0.75, 1, 0.03125, -0.375, 0.1, -0.2), new(-1, 0.25, 0.5, 0, 0.125, 0.75, 0, 0.7)], back: 1),
        ["gradient-chain"] = () => new GradientChain(
            [("RNN", [1, 0.5, 0.25, 0.1, 0, 0]), ("LSTM", [1, 0.9, 0.8, 0.8, 0.7, 0.7])], lags: 5),
        ["truncation"] = () => new TruncationDiagram(steps: 5, k1: 2, k2: 3, title: "Five steps"),
        ["gate-heat-map"] = () => GateHeatMap.Of(Runs.OfSymbols(Runs.Cells["gru, after"]()), Runs.Symbols),
        ["gate-heat-map-of-unit"] = () => GateHeatMap.OfUnit(Runs.OfSymbols(Runs.Cells["lstm"]()), 1, Runs.Symbols),
        ["bidirectional"] = () => new BidirectionalDiagram(
            Runs.Bidirectional().Run(Sequence.OfScalars([1, 0, 1])), symbols: ["a", "b", "c"]),
        ["beam-tree"] = () => new BeamTree(Beams.Example),
        ["trajectory"] = () => DiagramGallery.Trajectory(),
        ["gradient-by-lag"] = () => GradientByLagChart.Of(
            [("RNN", [1.0, 0.5, 0]), ("LSTM", [1.0, 0.9, 0.8])], relative: true, width: 320, height: 200),
    };

    private static readonly Dictionary<string, Func<string>> Files = new(
    [
        .. Figures.Concat(Diagrams).Select(drawing =>
            KeyValuePair.Create($"{drawing.Key}.svg", () => drawing.Value().ToSvg() + "\n")),
        .. Figures.Select(figure =>
            KeyValuePair.Create($"{figure.Key}.layout.json", () => LayoutOf(figure.Value()) + "\n")),
        new("table.html", () => Results().ToHtml() + "\n"),
        new("table.txt", () => Results() + "\n"),
    ]);

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_picture_is_as_it_was(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Snapshots");
        string received = Files[name]();
        Directory.CreateDirectory(folder);
        string ending = Path.GetExtension(name);
        File.WriteAllText(Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}.received{ending}"), received);

        Assert.Equal(File.ReadAllText(Path.Combine(folder, name)), received);
    }

    [Fact]
    public void Every_kind_of_series_and_every_diagram_has_a_picture()
    {
        IEnumerable<FigureModel> models = Figures.Values.Select(make => make())
            .OfType<Figure>().Select(figure => figure.Model);
        Assert.Equal(
            Concrete(typeof(Series)), models.SelectMany(model => model.Series)
                .Select(series => series.GetType()).ToHashSet());
        Assert.Equal(
            Concrete(typeof(Drawing)), Figures.Concat(Diagrams)
                .Select(drawing => drawing.Value().GetType()).ToHashSet());
    }

    private static HashSet<Type> Concrete(Type type) =>
        [.. type.Assembly.GetTypes().Where(other => other.IsSubclassOf(type) && !other.IsAbstract)];

    private static CellDiagram Cell(string name) =>
        new(Runs.Cells[name](), Runs.OfSymbols(Runs.Cells[name]()), unit: 1, steps: [4], symbols: Runs.Symbols);

    private static ContextDiagram Context(ElmanNetwork network) =>
        new(Runs.Seeded(network), Runs.OfSymbols(network), steps: [3]);

    private static Figure Power(double u) =>
        new Figure("Its state", 320, 200).Line(Positions.Select(t => Math.Pow(u, t)), "h").XLabel("step");

    private static Table Results() => new Table("Adding", "model", new Column("error", 3, BestValue.Lowest))
        .Row("mean", 0.167).Row("LSTM", 0.00123).Row("diverged", double.NaN).Caption("Five seeds.");

    private static string LayoutOf(Drawing figure) => figure.Parts().Upgrade!.Layout!.ToJsonString();
}
