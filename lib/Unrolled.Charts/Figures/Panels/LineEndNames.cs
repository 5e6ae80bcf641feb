using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The name of a line at its right end, with its vertical middle.</summary>
internal readonly record struct LineEnd(string Name, string Colour, double Y);

/// <summary>Names of lines at their right ends, moved apart where they would touch.</summary>
internal static class LineEndNames
{
    private const double Gap = 6, RowHeight = 13;

    public static double Width(FigureModel figure) => Named(figure)
        .Select(line => TextMetrics.Width(line.Name!, Theme.NoteSize) + Gap + 2).DefaultIfEmpty().Max();

    public static ImmutableArray<LineEnd> Of(FigureModel figure, Axes axes)
    {
        LineEnd[] ends =
        [
            .. Named(figure).Select(line => new LineEnd(line.Name!, line.Colour, End(line, axes)))
                .OrderBy(end => end.Y),
        ];
        double[] tops = Apart([.. ends.Select(end => end.Y)], axes.Plot);
        return [.. ends.Zip(tops, (end, top) => end with { Y = top })];
    }

    public static void Draw(SvgWriter svg, ImmutableArray<LineEnd> ends, Rect plot)
    {
        svg.Open("g", ("class", "legend"));
        foreach (LineEnd end in ends)
            svg.Label(
                end.Name, plot.Right + Gap, end.Y + Theme.NoteSize * 0.36, Theme.NoteSize, fill: end.Colour);
        svg.Close();
    }

    private static IEnumerable<CurveSeries> Named(FigureModel figure) =>
        figure.Series.OfType<CurveSeries>().Where(line => line.InLegend);

    private static double End(CurveSeries line, Axes axes)
    {
        int last = Array.FindLastIndex(line.Y, double.IsFinite);
        return last < 0 ? axes.Plot.Bottom : Math.Clamp(axes.Top(line.Y[last]), axes.Plot.Top, axes.Plot.Bottom);
    }

    // Down until no two touch, then up again from the lower edge.
    private static double[] Apart(double[] tops, Rect plot)
    {
        for (int i = 1; i < tops.Length; i++)
            tops[i] = Math.Max(tops[i], tops[i - 1] + RowHeight);
        double limit = plot.Bottom;
        for (int i = tops.Length - 1; i >= 0; i--, limit -= RowHeight)
            tops[i] = Math.Min(tops[i], limit);
        return tops;
    }
}
