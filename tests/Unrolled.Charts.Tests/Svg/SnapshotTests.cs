using Unrolled.Charts.Tests.Views;
using Unrolled.Charts.Views;

namespace Unrolled.Charts.Tests.Svg;

/// <summary>
/// Small pictures, kept in Snapshots/. After a change that is meant, look at the received file beside the built tests
/// and copy it over the committed one.
/// </summary>
public class SnapshotTests
{
    private static readonly Dictionary<string, Func<Drawing>> Small = new()
    {
        ["line"] = () => new Figure("Loss", 320, 200).Line([1, 0.1, double.NaN, 0.001], "BPTT", marker: Marker.Circle).HorizontalLine(0.5, "mean").LogY().XLabel("epoch").YLabel("error"),
        ["bars"] = () => new Figure("Accuracy", 320, 200).Bars(["mean", "LSTM"], [0.5, 0.9], "test", errors: [0.0, 0.05], showValues: true),
        ["heat-map"] = () => new Figure("Weights", 240, 200).HeatMap(new[,] { { -1.0, 0.5 }, { double.NaN, 1 } }, rows: ["a", "b"], showValues: true, label: "w"),
        ["grid"] = () => Figure.Grid([new Figure("A").Line([0, 1]), new Figure("B").Points([0, 1], [2, 3])], title: "Two", shareY: true, width: 400, panelHeight: 140),
        ["cell"] = () => new CellView(Runs.Cells["lstm"](), Runs.OfSymbols(Runs.Cells["lstm"]()), unit: 1, steps: [4], symbols: Runs.Symbols),
        ["context"] = () => new ContextView(Runs.Seeded(ElmanNetwork.Zeros(5, 2, 1)), Runs.OfSymbols(Runs.Seeded(ElmanNetwork.Zeros(5, 2, 1))), steps: [3]),
        ["unrolled"] = () => UnrolledView.Of(Runs.OfSymbols(ViewGallery.DeepWithReadOut()), first: 2, steps: 3, inputs: Runs.Symbols),
    };

    public static TheoryData<string> Names => [.. Small.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_picture_is_as_it_was(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Snapshots");
        string received = Small[name]().ToSvg() + "\n";
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.received.svg"), received);

        Assert.Equal(File.ReadAllText(Path.Combine(folder, $"{name}.svg")), received);
    }
}
