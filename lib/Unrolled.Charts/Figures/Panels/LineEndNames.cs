using Unrolled.Charts.Model;

namespace Unrolled.Charts.Svg;

/// <summary>Names lines at their right ends, moved apart where they would touch.</summary>
internal static class LineEndNames
{
    private const double Gap = 6, RowHeight = 13;

    public static double Width(FigureModel figure) =>
        Named(figure).Select(line => TextMetrics.Width(line.Name!, Theme.NoteSize) + Gap + 2).DefaultIfEmpty().Max();

    public static void Draw(SvgWriter svg, FigureModel figure, Frame frame)
    {
        (CurveSeries Line, double Top)[] ends = [.. Named(figure).Select(line => (line, End(line, frame))).OrderBy(end => end.Item2)];
        double[] tops = Apart([.. ends.Select(end => end.Top)], frame.Plot);
        svg.Open("g", ("class", "legend"));
        foreach ((int index, (CurveSeries line, _)) in ends.Index())
            svg.Label(line.Name!, frame.Plot.Right + Gap, tops[index] + Theme.NoteSize * 0.36, Theme.NoteSize, fill: line.Colour, bold: false);
        svg.Close();
    }

    private static IEnumerable<CurveSeries> Named(FigureModel figure) => figure.Series.OfType<CurveSeries>().Where(line => line.InLegend);

    private static double End(CurveSeries line, Frame frame)
    {
        int last = Array.FindLastIndex(line.Y, double.IsFinite);
        return last < 0 ? frame.Plot.Bottom : Math.Clamp(frame.Top(line.Y[last]), frame.Plot.Top, frame.Plot.Bottom);
    }

    // Down until none touch, then up again from the lower edge.
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
