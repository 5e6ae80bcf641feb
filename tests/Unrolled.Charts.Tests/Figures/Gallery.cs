namespace Unrolled.Charts.Tests.Figures;

/// <summary>One drawing of every kind, and the cases that are hard to lay out.</summary>
internal static class Gallery
{
    public static IReadOnlyDictionary<string, Func<Drawing>> Drawings { get; } = new Dictionary<string, Func<Drawing>>
    {
        ["loss"] = () => new Figure("Loss of an Elman network on the XOR sequence")
            .Line(Decay(120, 0.04, 1), "BPTT").Line(Decay(120, 0.012, 2), "one step")
            .HorizontalLine(0.25, "always the mean").LogY().XLabel("epoch").YLabel("mean squared error"),
        ["crossing"] = () => new Figure("Eight phases: no corner is free")
            .Many(8, (figure, k) => figure.Line(t => Math.Sin(t + k * Math.PI / 4), 0, 12, $"phase {k}·π/4"))
            .XLabel("time").YLabel("activation"),
        ["line-ends"] = () => new Figure("Named at their ends")
            .Line(Decay(60, 0.02, 3), "simple RNN")
            .Line(Decay(60, 0.05, 4), "GRU").Line(Decay(60, 0.055, 5), "LSTM, forget gate bias 1")
            .Legend(LegendPosition.LineEnds).XLabel("epoch").YLabel("cross-entropy, nats"),
        ["gates"] = () => new Figure("Activations")
            .Line(x => 1 / (1 + Math.Exp(-x)), -6, 6, "σ(x)")
            .Line(Math.Tanh, -6, 6, "tanh(x)").Line(x => Math.Max(0, x), -6, 6, "ReLU(x)")
            .YRange(-1.25, 2).XLabel("x").VerticalLine(0),
        ["bars"] = () => new Figure("Accuracy beside trivial baselines")
            .Bars(
                ["majority", "last value", "Elman", "LSTM", "GRU"], [0.51, 0.55, 0.832, 0.991, 0.987], "test",
                showValues: true)
            .Bars(
                ["majority", "last value", "Elman", "LSTM", "GRU"], [0.5, 0.56, 0.901, 0.999, 0.998], "training",
                showValues: true).YLabel("accuracy"),
        ["bars-long"] = () => new Figure("Training step, W2: input 64, hidden 128, T 100, batch 32")
            .Bars(
                [
                    "TorchSharp (libtorch 1.13)", "oneDNN, as PyTorch calls it", "Unrolled, one thread",
                    "Unrolled, two threads",
                ],
                [20.0, 10.0, 8.4, 5.1], errors: [1.2, 0.4, 0.3, 0.5], showValues: true)
            .YLabel("milliseconds"),
        ["bars-turned"] = () =>
            new Figure("Names that must turn", width: 420)
                .Bars(
                    [
                        "TorchSharp (libtorch 1.13), the way its examples use it", "oneDNN, as PyTorch calls it",
                        "Unrolled",
                    ],
                    [20.0, 10.0, 8.4])
                .YLabel("milliseconds"),
        ["bars-negative"] = () =>
            new Figure("Change against the baseline")
                .Bars(["a", "b", "c", "d"], [1.5, -2.25, 0.0, 3], showValues: true).YLabel("percentage points"),
        ["points"] = () =>
            new Figure("Predicted against true")
                .Points(Noise(300, 7), Noise(300, 7).Zip(Noise(300, 8), (a, b) => a + 0.2 * b), "test")
                .Points(Noise(40, 9), Noise(40, 10), "outliers").XLabel("true").YLabel("predicted")
                .Annotate(0, 0, "the mean"),
        ["band"] = () => new Figure("Ten seeds")
            .Line(Range(50), Decay(50, 0.06, 11), "median")
            .Band(Range(50), Decay(50, 0.06, 11).Select(v => v * 0.7), Decay(50, 0.06, 11).Select(v => v * 1.4))
            .XLabel("epoch").YLabel("loss"),
        ["steps"] = () =>
            new Figure("Learning rate and a short run")
                .Line([0.1, 0.1, 0.01, 0.01, 0.001, 0.001], "schedule", from: 1, step: true, marker: Marker.Circle)
                .XLabel("epoch").LogY(),
        ["histogram"] = () =>
            new Figure("Gradient norms").Histogram(Noise(1000, 12), "norms").XLabel("norm").YLabel("steps"),
        ["heat"] = () =>
            new Figure("Recurrent weights", width: 520, height: 420).HeatMap(Matrix(16, 16), label: "weight"),
        ["heat-named"] = () => new Figure("Confusion", width: 480, height: 380).HeatMap(
            new[,] { { 50, 2, 0 }, { 3, 44, 5 }, { 0, 6, 41 } }, ["setosa", "versicolor", "virginica"],
            ["setosa", "versicolor", "virginica"], ColourScale.Blues, min: 0, showValues: true)
            .XLabel("predicted").YLabel("true"),
        ["saliency"] = () =>
            new Figure("Hidden state over time", width: 760, height: 300)
                .HeatMap(
                    Matrix(8, 40), columns: "the quick brown fox jumps over the lazy ".Select(c => c.ToString()),
                    label: "activation"),
        ["many-points"] = () => new Figure("Ten thousand steps").Line(Walk(10_000, 13), "loss").XLabel("step"),
        ["one-point"] = () => new Figure("One point").Line([3.0], "single"),
        ["two-points"] = () => new Figure("Two points").Line([1.0, 2], "pair", marker: Marker.Circle),
        ["constant"] = () => new Figure("A constant").Line(Enumerable.Repeat(0.25, 20), "always the same"),
        ["gap"] = () =>
            new Figure("Diverged").Line([1, 2, 4, double.NaN, 3, 2.5, double.NaN, double.NaN, 1], "with gaps"),
        ["large"] = () => new Figure("Very large").Line([1e9, 3.5e9, 2e9, 4e9], "parameters").YLabel("count"),
        ["small"] = () => new Figure("Very small").Line([1.5e-7, -3e-7, 2e-7], "difference").YLabel("error"),
        ["vanishing"] = () => new Figure("Gradients vanish and explode")
            .Line(Range(101).Select(t => Math.Pow(0.8, t)), "|w| = 0.8")
            .Line(Range(101).Select(_ => 1.0), "|w| = 1")
            .Line(Range(101).Select(t => Math.Pow(1.2, t)), "|w| = 1.2")
            .LogY().XLabel("steps back in time").YLabel("|∂h_T/∂h_{T−k}|"),
        ["years"] = () =>
            new Figure("Sunspots")
                .Line(Enumerable.Range(1900, 120), Walk(120, 14).Select(v => Math.Abs(v) * 40), "yearly mean")
                .XLabel("year").YLabel("sunspot number"),
        ["thousands"] = () =>
            new Figure("Parameters")
                .Points([8, 16, 32, 64, 128, 256, 512], [300, 1200, 4600, 18000, 70000, 270000, 1070000], "LSTM").LogX()
                .XLabel("hidden units").YLabel("parameters"),
        ["small-multiples"] = () => Figure.Grid(
            Enumerable.Range(0, 9).Select(k => new Figure($"T = {10 * (k + 1)}")
                .Line(Decay(40, 0.1 / (k + 1), 20 + k), "LSTM").Line(Decay(40, 0.05 / (k + 1), 40 + k), "RNN")
                .XLabel("epoch").YLabel("loss")),
            columns: 3, title: "The longer the lag, the slower the learning", shareX: true, shareY: true,
            panelHeight: 170),
        ["mixed-grid"] = () => Figure.Grid(
            [
                new Figure("Weights").HeatMap(Matrix(8, 8), label: "weight"),
                new Figure("Loss")
                    .Line(Decay(80, 0.05, 30), "training").Line(Decay(80, 0.03, 31), "validation").XLabel("epoch")
                    .YLabel("loss"),
                new Figure("Counts").Histogram(Noise(400, 32)).XLabel("value"),
            ], columns: 2, panelHeight: 260),
        ["awkward-text"] = () =>
            new Figure(
                "<b>A title & \"quotes\"</b> that is much too long for its figure and goes on to the edge", width: 420,
                height: 260)
            .Line([1, 2, 3], "name with <tags> & more")
            .YLabel("a label that is longer than the axis is high, by far").XLabel("循环神经网络"),
        ["wild"] = () => new Figure().Line([-1e-3, 12_345.678, 250], "no title"),
    };

    private static Figure Many(this Figure figure, int count, Func<Figure, int, Figure> add) =>
        Enumerable.Range(0, count).Aggregate(figure, add);

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private static double[] Noise(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Range(count).Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)];
    }

    private static double[] Decay(int count, double rate, int seed) =>
        [.. Noise(count, seed).Select((noise, t) => (0.9 * Math.Exp(-rate * t) + 0.002) * (1 + 0.08 * noise))];

    private static double[] Walk(int count, int seed)
    {
        double sum = 0;
        return [.. Noise(count, seed).Select(noise => sum += noise * 0.1)];
    }

    private static double[,] Matrix(int rows, int columns)
    {
        double[] noise = Noise(rows * columns, 99);
        var matrix = new double[rows, columns];
        for (int i = 0; i < noise.Length; i++)
            matrix[i / columns, i % columns] = noise[i];
        return matrix;
    }
}
