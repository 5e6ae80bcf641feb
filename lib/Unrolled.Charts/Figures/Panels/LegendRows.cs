using Unrolled.Charts.Model;

namespace Unrolled.Charts.Svg;

/// <summary>A legend in rows above the plot.</summary>
internal static class LegendRows
{
    public const double RowHeight = 17;

    private const double Gap = 18;

    public static int Count(FigureModel figure, double width) => Rows(figure, width).Count();

    /// <summary>Draws the rows so that the last is centred on <paramref name="bottom"/>.</summary>
    public static void Draw(SvgWriter svg, FigureModel figure, double left, double bottom, double width)
    {
        List<Series>[] rows = [.. Rows(figure, width)];
        svg.Open("g", ("class", "legend"));
        for (int row = 0; row < rows.Length; row++)
        {
            double start = left, centre = bottom - (rows.Length - 1 - row) * RowHeight;
            foreach (Series series in rows[row])
            {
                LegendKey.DrawNamed(svg, series, start, centre);
                start += LegendKey.NamedWidth(series) + Gap;
            }
        }

        svg.Close();
    }

    private static IEnumerable<List<Series>> Rows(FigureModel figure, double width)
    {
        var row = new List<Series>();
        double used = 0;
        foreach (Series series in figure.Series.Where(series => series.InLegend))
        {
            double needed = LegendKey.NamedWidth(series);
            if (row.Count > 0 && used + needed > width)
            {
                yield return row;
                row = [];
                used = 0;
            }

            row.Add(series);
            used += needed + Gap;
        }

        if (row.Count > 0)
            yield return row;
    }
}
