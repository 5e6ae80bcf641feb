using Unrolled.Charts.Model;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Text;

/// <summary>Says in sentences what a drawing shows, for readers who do not see it.</summary>
internal static class FigureDescription
{
    public static string Of(GridModel grid) =>
        $"{grid.Panels.Length} panels. " + string.Join(" ", grid.Panels.Select((panel, index) => $"Panel {index + 1}{Titled(panel)}: {Of(panel)}"));

    public static string Of(FigureModel figure)
    {
        IEnumerable<string> sentences = figure.Series.Select(series => Of(series, figure))
            .Append(Axis("Horizontal", figure.X)).Append(Axis("Vertical", figure.Y))
            .Concat(figure.References.Select(line => $"{(line.Horizontal ? "Horizontal" : "Vertical")} line at {NumberText.Short(line.Value)}{Quoted(line.Label)}."))
            .Concat(figure.Annotations.Select(note => $"Remark at ({NumberText.Short(note.X)}, {NumberText.Short(note.Y)}): {note.Text}."));
        return string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
    }

    /// <summary>The first, last, smallest and largest of a series' values.</summary>
    public static string Summary(IReadOnlyList<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0
            ? "no finite value"
            : $"{NumberText.Short(finite[0])} → {NumberText.Short(finite[^1])}, min {NumberText.Short(finite.Min())}, max {NumberText.Short(finite.Max())}";
    }

    private static string Of(Series series, FigureModel figure) => series switch
    {
        LineSeries line => $"Line{Quoted(line.Name)}, {line.Y.Length} points: {Summary(line.Y)}.",
        PointSeries points => $"Points{Quoted(points.Name)}, {points.Y.Length}: x {Ends(points.X)}, y {Ends(points.Y)}.",
        BandSeries band => $"Band{Quoted(band.Name)} between {Ends([.. band.Ys])}.",
        BarSeries bars => $"Bars{Quoted(bars.Name)}: {string.Join(", ", bars.Values.Select((value, index) => $"{figure.X.Categories[index]} {NumberText.Short(value)}"))}.",
        HistogramSeries bins => $"Histogram{Quoted(bins.Name)} of {bins.Counts.Sum()} values from {Ends(bins.Edges)} in {bins.Counts.Length} bins.",
        HeatMapSeries map => $"Heat map{Quoted(map.Label)}, {map.Rows} rows and {map.Columns} columns: {Ends([.. map.Values.Cast<double>()])}.",
        _ => series.Named + ".",
    };

    private static string Axis(string direction, AxisModel axis) => (axis.Label, axis.Logarithmic) switch
    {
        (null, false) => "",
        (null, true) => $"{direction} axis: logarithmic.",
        (string label, bool logarithmic) => $"{direction} axis: {label}{(logarithmic ? ", logarithmic" : "")}.",
    };

    private static string Ends(IReadOnlyList<double> values) => Interval.Covering(values) is { } range
        ? $"{NumberText.Short(range.Min)} … {NumberText.Short(range.Max)}"
        : "no finite value";

    private static string Quoted(string? name) => name is null ? "" : $" \"{name}\"";

    private static string Titled(FigureModel panel) => panel.Title is null ? "" : $" \"{panel.Title}\"";
}
