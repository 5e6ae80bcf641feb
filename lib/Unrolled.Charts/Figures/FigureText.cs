using System.Text;

namespace Unrolled;

/// <summary>A figure as lines of text.</summary>
internal static class FigureText
{
    private const int BarWidth = 40, LandscapeRows = 20, LandscapeColumns = 48;

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
        int names = figure.Series.Where(series => series is not BarSeries)
            .Select(series => Name(series).Length).DefaultIfEmpty().Max();
        foreach (Series series in figure.Series)
            lines.AddRange(Of(series, figure, names));
        lines.AddRange(figure.References.Select(Of));
        lines.AddRange(figure.Annotations.Select(Of));
        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }

    private static IEnumerable<string> Of(Series series, FigureModel figure, int names) => series switch
    {
        BarSeries bars => OfBars(bars, figure),
        HeatMapSeries map => OfHeatMap(map, figure),
        _ => [$"{Name(series).PadRight(names)}  {Values(series, figure)}"],
    };

    private static string Values(Series series, FigureModel figure) => series switch
    {
        HistogramSeries bins => $"{Sparkline.Of(bins.Counts, new Interval(0, bins.Counts.Max()))}  "
            + $"{Short(bins.Edges[0])} … {Short(bins.Edges[^1])}",
        PointSeries points => $"{points.Y.Length} points  {Spark(LeftToRight(points), figure)}  "
            + FigureDescription.Summary(points.Y),
        CurveSeries line => $"{Spark(line.Y, figure)}  {FigureDescription.Summary(line.Y)}",
        BandSeries band => $"{Short(band.Lower[^1])} … {Short(band.Upper[^1])} at the end",
        _ => series.Named,
    };

    private static string Of(ReferenceLine line) =>
        $"{(line.Horizontal ? "y" : "x")} = {Short(line.Value)}"
        + (line.Label is null ? "" : "  " + SafeText.Clean(line.Label));

    private static string Of(Annotation note) => $"({Short(note.X)}, {Short(note.Y)})  {SafeText.Clean(note.Text)}";

    private static IEnumerable<string> OfBars(BarSeries bars, FigureModel figure)
    {
        if (bars.Name is not null)
            yield return SafeText.Clean(bars.Name);
        string[] names = [.. figure.X.Categories.Select(SafeText.Clean)];
        int longest = names.Max(name => name.Length);
        double largest = bars.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        foreach ((string name, double value) in names.Zip(bars.Values))
        {
            double share = largest == 0 || double.IsNaN(value) ? 0 : Math.Abs(value) / largest;
            string bar = new('█', (int)Math.Round(share * BarWidth));
            yield return $"  {name.PadRight(longest)}  {bar} {Short(value)}";
        }
    }

    private static IEnumerable<string> OfHeatMap(HeatMapSeries map, FigureModel figure)
    {
        string[] names = figure.Y.Categories.IsEmpty
            ? [.. Enumerable.Range(0, map.Rows).Select(row => $"{row}")]
            : [.. figure.Y.Categories.Select(SafeText.Clean)];
        int longest = names.Max(name => name.Length);
        IEnumerable<int> rows = Enumerable.Range(0, map.Rows);
        if (map.Plane is { } plane)
        {
            names = [.. rows.Select(row => Short(plane.Y.Min + plane.Y.Length * (row + 0.5) / map.Rows))];
            longest = names.Max(name => name.Length);
            // Every cell would be too much to read: as many as give a picture.
            rows = rows.Reverse().Where((_, i) => i % (1 + map.Rows / LandscapeRows) == 0);
        }

        int stride = map.Plane is null ? 1 : 1 + map.Columns / LandscapeColumns;
        foreach (int row in rows)
        {
            IEnumerable<char> levels = map.Row(row).Where((_, i) => i % stride == 0)
                .Select(value => Sparkline.Level(value, map.Range));
            yield return $"  {names[row].PadLeft(longest)}  {string.Concat(levels)}";
        }

        yield return $"  ▁ {Short(map.Range.Min)}  █ {Short(map.Range.Max)}";
    }

    private static string Spark(double[] values, FigureModel figure)
    {
        Interval range = figure.Y.Range ?? AxisScale.VerticalData(figure) ?? new Interval(0, 1);
        return Sparkline.Of(values, range, figure.Y.Logarithmic);
    }

    private static double[] LeftToRight(PointSeries points)
    {
        double[] x = [.. points.X], y = [.. points.Y];
        Array.Sort(x, y);
        return y;
    }

    private static string Short(double value) => NumberText.Short(value);

    private static string Name(Series series) => series.Name is null ? "—" : SafeText.Clean(series.Name);

    private static string Axes(FigureModel figure) =>
        string.Join(" against ", new[] { Axis(figure.Y), Axis(figure.X) }.Where(axis => axis.Length > 0));

    private static string Axis(AxisModel axis) =>
        axis.Label is null ? "" : SafeText.Clean(axis.Label) + (axis.Logarithmic ? " (log)" : "");
}
