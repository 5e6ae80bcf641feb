using System.Text;
using Unrolled.Charts.Digests;
using Unrolled.Charts.Model;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Text;

/// <summary>A drawing as lines of text.</summary>
internal static class FigureText
{
    private const int BarWidth = 40;

    public static string Of(GridModel grid)
    {
        var text = new StringBuilder();
        if (grid.Title is not null)
            text.Append(SafeText.Clean(grid.Title)).Append("\n\n");
        return text.AppendJoin("\n\n", grid.Panels.Select(Of)).ToString();
    }

    public static string Of(FigureModel figure)
    {
        var lines = new List<string>();
        if (figure.Title is not null)
            lines.Add(SafeText.Clean(figure.Title));
        if (Axes(figure) is { Length: > 0 } axes)
            lines.Add(axes);
        int names = figure.Series.Where(series => series is not BarSeries).Select(series => Name(series).Length).DefaultIfEmpty().Max();
        foreach (Series series in figure.Series)
            lines.AddRange(Of(series, figure, names));
        lines.AddRange(figure.References.Select(line =>
            $"{(line.Horizontal ? "y" : "x")} = {NumberText.Short(line.Value)}{(line.Label is null ? "" : "  " + SafeText.Clean(line.Label))}"));
        lines.AddRange(figure.Annotations.Select(note => $"({NumberText.Short(note.X)}, {NumberText.Short(note.Y)})  {SafeText.Clean(note.Text)}"));
        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }

    private static IEnumerable<string> Of(Series series, FigureModel figure, int names) => series switch
    {
        BarSeries bars => OfBars(bars, figure),
        HeatMapSeries map => OfHeatMap(map, figure),
        HistogramSeries bins => [$"{Name(bins).PadRight(names)}  {Sparkline.Of(bins.Counts, new Interval(0, bins.Counts.Max()))}  {NumberText.Short(bins.Edges[0])} … {NumberText.Short(bins.Edges[^1])}"],
        PointSeries points => [$"{Name(points).PadRight(names)}  {points.Y.Length} points  {Sparkline.Of(LeftToRight(points), Range(figure), figure.Y.Logarithmic)}  {FigureDescription.Summary(points.Y)}"],
        CurveSeries line => [$"{Name(line).PadRight(names)}  {Sparkline.Of(line.Y, Range(figure), figure.Y.Logarithmic)}  {FigureDescription.Summary(line.Y)}"],
        BandSeries band => [$"{Name(band).PadRight(names)}  {NumberText.Short(band.Lower[^1])} … {NumberText.Short(band.Upper[^1])} at the end"],
        _ => [series.Named],
    };

    private static IEnumerable<string> OfBars(BarSeries bars, FigureModel figure)
    {
        if (bars.Name is not null)
            yield return SafeText.Clean(bars.Name);
        string[] names = [.. figure.X.Categories.Select(SafeText.Clean)];
        double largest = bars.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        for (int i = 0; i < bars.Values.Length; i++)
        {
            double share = largest == 0 || double.IsNaN(bars.Values[i]) ? 0 : Math.Abs(bars.Values[i]) / largest;
            yield return $"  {names[i].PadRight(names.Max(name => name.Length))}  {new string('█', (int)Math.Round(share * BarWidth))} {NumberText.Short(bars.Values[i])}";
        }
    }

    private static IEnumerable<string> OfHeatMap(HeatMapSeries map, FigureModel figure)
    {
        string[] names = [.. Enumerable.Range(0, map.Rows).Select(row => figure.Y.Categories.IsEmpty ? $"{row}" : SafeText.Clean(figure.Y.Categories[row]))];
        for (int row = 0; row < map.Rows; row++)
            yield return $"  {names[row].PadLeft(names.Max(name => name.Length))}  {string.Concat(map.Row(row).Select(value => Sparkline.Level(value, map.Range)))}";
        yield return $"  ▁ {NumberText.Short(map.Range.Min)}  █ {NumberText.Short(map.Range.Max)}";
    }

    private static double[] LeftToRight(PointSeries points)
    {
        double[] x = [.. points.X], y = [.. points.Y];
        Array.Sort(x, y);
        return y;
    }

    private static Interval Range(FigureModel figure) => figure.Y.Range ?? AxisScale.VerticalData(figure) ?? new Interval(0, 1);

    private static string Name(Series series) => series.Name is null ? "—" : SafeText.Clean(series.Name);

    private static string Axes(FigureModel figure) => string.Join(" against ", new[] { Axis(figure.Y), Axis(figure.X) }.Where(axis => axis.Length > 0));

    private static string Axis(AxisModel axis) => axis.Label is null ? "" : SafeText.Clean(axis.Label) + (axis.Logarithmic ? " (log)" : "");
}
