namespace Unrolled;

/// <summary>The rules between the series of a figure and its axes.</summary>
internal static class FigureCheck
{
    public static FigureModel Checked(this FigureModel figure)
    {
        OneKindOfAxis(figure);
        if (figure.X.Logarithmic)
            Positive(figure, series => series.Xs, figure.X, "x", reference => !reference.Horizontal);
        if (figure.Y.Logarithmic)
            Positive(figure, series => series.Ys, figure.Y, "y", reference => reference.Horizontal);
        return figure;
    }

    private static void OneKindOfAxis(FigureModel figure)
    {
        bool categories = figure.Series.Any(series => series is BarSeries or HeatMapSeries);
        if (categories && figure.X.Logarithmic)
            throw new ArgumentException($"{figure.Named}: an axis of categories cannot be logarithmic.");
        if (figure.HeatMap is { Plane: not null })
        {
            OverALandscape(figure);
            return;
        }

        if (figure.HeatMap is not null && figure.Series.Length > 1)
            throw new ArgumentException(
                $"{figure.Named}: a heat map stands alone; put other series into a figure of their own.");
    }

    private static void OverALandscape(FigureModel figure)
    {
        if (figure.Y.Logarithmic || figure.Series.Skip(1).Any(series => series is not CurveSeries))
            throw new ArgumentException(
                $"{figure.Named}: a landscape comes first, on linear axes, and takes lines and points over it.");
    }

    private static void Positive(
        FigureModel figure, Func<Series, IEnumerable<double>> values, AxisModel axis, string role,
        Func<ReferenceLine, bool> onAxis)
    {
        if (axis.Range is { Min: <= 0 } range)
            throw new ArgumentException(
                $"{figure.Named}: the range of the logarithmic {role} axis begins at {range.Min}; "
                + "it must be positive.");
        foreach (ReferenceLine line in figure.References.Where(onAxis).Where(line => line.Value <= 0))
            throw new ArgumentException(
                $"{figure.Named}: the reference line at {line.Value} has no place on the logarithmic {role} axis.");
        foreach (Series series in figure.Series)
            Positive(figure, series, values(series), role);
    }

    private static void Positive(FigureModel figure, Series series, IEnumerable<double> values, string role)
    {
        if (series.StartsAtZero && role == "y")
            throw new ArgumentException(
                $"{figure.Named}, {series.Named}: lengths that start at zero cannot stand on a logarithmic axis.");
        foreach ((int index, double value) in values.Index())
            if (value <= 0)
                throw new ArgumentException(
                    $"{figure.Named}, {series.Named}: {role}[{index}] = {value} has no place on a logarithmic axis. "
                    + "Use NaN for a gap.");
    }
}
