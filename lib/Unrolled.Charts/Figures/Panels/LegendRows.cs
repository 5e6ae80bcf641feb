namespace Unrolled;

/// <summary>A legend in rows above the plot; the last row is centred on <paramref name="Bottom"/>.</summary>
internal sealed record LegendRows(FigureModel Figure, double Left, double Bottom, double Width)
{
    public const double RowHeight = 17;

    private const double Gap = 18, AboveFigurePlot = 13, BelowCentre = Theme.NoteSize * 0.36 + 9;

    /// <summary>The lower edge of the legend.</summary>
    public double Edge => Bottom + BelowCentre;

    public static LegendRows Above(FigureModel figure, Rect plot, Rect area) =>
        new(figure, plot.Left, plot.Top - AboveFigurePlot, area.Right - plot.Left);

    public static int Count(FigureModel figure, double width) => Rows(figure, width).Count();

    public void Draw(SvgWriter svg)
    {
        List<Series>[] rows = [.. Rows(Figure, Width)];
        svg.Open("g", ("class", "legend"));
        for (int row = 0; row < rows.Length; row++)
        {
            double start = Left, centre = Bottom - (rows.Length - 1 - row) * RowHeight;
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
