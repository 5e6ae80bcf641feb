namespace Unrolled;

/// <summary>A figure in sentences, for readers who do not see it.</summary>
internal static class FigureDescription
{
    public static string Of(GridModel grid) => $"{grid.Panels.Length} panels. " + string.Join(
        " ", grid.Panels.Select((panel, index) => $"Panel {index + 1}{Titled(panel)}: {Of(panel)}"));

    public static string Of(FigureModel figure)
    {
        IEnumerable<string> sentences = figure.Series.Select(series => Of(series, figure))
            .Append(Axis("Horizontal", figure.X)).Append(Axis("Vertical", figure.Y))
            .Concat(figure.References.Select(Of)).Concat(figure.Annotations.Select(Of));
        return string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
    }

    /// <summary>The first, last, smallest and largest of a series' values.</summary>
    public static string Summary(IReadOnlyList<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0
            ? "no finite value"
            : $"{Short(finite[0])} → {Short(finite[^1])}, min {Short(finite.Min())}, max {Short(finite.Max())}";
    }

    private static string Of(Series series, FigureModel figure) => series switch
    {
        LineSeries line => $"Line{Quoted(line.Name)}, {line.Y.Length} points: {Summary(line.Y)}.",
        PointSeries points => $"Points{Quoted(points.Name)}, {points.Y.Length}: "
            + $"x {Ends(points.X)}, y {Ends(points.Y)}.",
        BandSeries band => $"Band{Quoted(band.Name)} between {Ends([.. band.Ys])}.",
        BarSeries bars => $"Bars{Quoted(bars.Name)}: {string.Join(", ", figure.X.Categories.Zip(bars.Values, OfBar))}.",
        HistogramSeries bins => $"Histogram{Quoted(bins.Name)} of {bins.Counts.Sum()} values from {Ends(bins.Edges)} "
            + $"in {bins.Counts.Length} bins.",
        HeatMapSeries map => $"Heat map{Quoted(map.Label)}, {map.Rows} rows and {map.Columns} columns: "
            + $"{Ends([.. map.Values.Cast<double>()])}.",
        _ => series.Named + ".",
    };

    private static string OfBar(string category, double value) => $"{category} {Short(value)}";

    private static string Of(ReferenceLine line) =>
        $"{(line.Horizontal ? "Horizontal" : "Vertical")} line at {Short(line.Value)}{Quoted(line.Label)}.";

    private static string Of(Annotation note) => $"Remark at ({Short(note.X)}, {Short(note.Y)}): {note.Text}.";

    private static string Axis(string direction, AxisModel axis) => (axis.Label, axis.Logarithmic) switch
    {
        (null, false) => "",
        (null, true) => $"{direction} axis: logarithmic.",
        (string label, bool logarithmic) => $"{direction} axis: {label}{(logarithmic ? ", logarithmic" : "")}.",
    };

    private static string Ends(IReadOnlyList<double> values) => Interval.Covering(values) is { } range
        ? $"{Short(range.Min)} … {Short(range.Max)}"
        : "no finite value";

    private static string Short(double value) => NumberText.Short(value);

    private static string Quoted(string? name) => name is null ? "" : $" \"{name}\"";

    private static string Titled(FigureModel panel) => panel.Title is null ? "" : $" \"{panel.Title}\"";
}
