namespace Unrolled;

/// <summary>The choice of an axis' scale from the data and the requested range.</summary>
internal static class AxisScale
{
    private const int LongestName = 32;
    private const double RoomForValues = 0.07, RoomForMarkers = 0.03, Smallest = 1e-300;

    /// <summary>The horizontal scale: tight around lines, with room around markers, points and bars.</summary>
    public static Scale Horizontal(FigureModel figure, int tickCount)
    {
        if (figure.HeatMap is { Plane: { } plane })
            return Linear(figure.X, plane.X, tickCount, padding: 0, whole: false);
        if (figure.HeatMap is { } map)
            return Cells(figure.X, map.Columns, tickCount, reversed: false);
        if (!figure.X.Categories.IsEmpty)
            return Cells(figure.X, figure.X.Categories.Length, figure.X.Categories.Length, reversed: false);
        bool tight = figure.Series.Any(series => series is LineSeries or BandSeries or HistogramSeries);
        double padding = !tight ? 0.04 : HasMarkedLines(figure) ? RoomForMarkers : 0;
        return figure.X.Logarithmic
            ? Logarithmic(figure.X, HorizontalData(figure), tickCount, padding)
            : Linear(figure.X, HorizontalData(figure), tickCount, padding, WholeXs(figure));
    }

    /// <summary>The vertical scale: from tick to tick around the data.</summary>
    public static Scale Vertical(FigureModel figure, int tickCount)
    {
        if (figure.HeatMap is { Plane: { } plane })
            return Linear(figure.Y, plane.Y, tickCount, padding: 0, whole: false);
        if (figure.HeatMap is { } map)
            return Cells(figure.Y, map.Rows, tickCount, reversed: true);
        if (figure.Y.Logarithmic)
            return Logarithmic(figure.Y, VerticalData(figure), tickCount, padding: 0.04);
        Interval range = WithLength(figure.Y.Range ?? VerticalData(figure) ?? new Interval(0, 1));
        bool whole = WholeYs(figure) && range.Length >= 4;
        bool values = figure.Series.Any(series => series is BarSeries { ShowValues: true });
        if (values && figure.Y.Range is null)
        {
            double room = RoomForValues * range.Length;
            range = new Interval(range.Min < 0 ? range.Min - room : range.Min, range.Max + room);
        }

        return figure.Y.Range is null && !values
            ? Covering(range, tickCount, whole, HasMarkedLines(figure) ? RoomForMarkers : 0)
            : Labelled(range, LinearTicks.Within(range.Min, range.Max, tickCount, whole));
    }

    /// <summary>The interval that the horizontal axis must show.</summary>
    public static Interval? HorizontalData(FigureModel figure) => Data(
        figure.X,
        figure.Series.SelectMany(series => series.Xs)
            .Concat(figure.References.Where(line => !line.Horizontal).Select(line => line.Value))
            .Concat(figure.Annotations.Select(annotation => annotation.X)));

    /// <summary>The interval that the vertical axis must show.</summary>
    public static Interval? VerticalData(FigureModel figure) => Data(
        figure.Y,
        figure.Series.SelectMany(series => series.Ys)
            .Concat(figure.Series.Any(series => series.StartsAtZero) ? [0.0] : [])
            .Concat(figure.References.Where(line => line.Horizontal).Select(line => line.Value))
            .Concat(figure.Annotations.Select(annotation => annotation.Y)));

    /// <summary>The names along a categorical axis; the very long ones are cut.</summary>
    public static IEnumerable<string> CategoryNames(AxisModel axis) => axis.Categories.Select(name =>
        name.Length <= LongestName ? name : string.Concat(name.EnumerateRunes().Take(LongestName - 1)) + "…");

    private static Interval? Data(AxisModel axis, IEnumerable<double> values) =>
        Interval.Union(axis.SharedData, Interval.Covering(values));

    private static Scale Linear(AxisModel axis, Interval? data, int tickCount, double padding, bool whole)
    {
        Interval range = axis.Range ?? Padded(WithLength(data ?? new Interval(0, 1)), padding);
        return Labelled(range, LinearTicks.Within(range.Min, range.Max, tickCount, whole && range.Length >= 1));
    }

    private static Interval Padded(Interval range, double share) =>
        new(range.Min - share * range.Length, range.Max + share * range.Length);

    // From tick to tick, and a little beyond where a marker on the last tick would be cut in half.
    private static Scale Covering(Interval range, int tickCount, bool whole, double room)
    {
        TickSteps ticks = LinearTicks.Covering(range.Min, range.Max, tickCount, whole);
        room *= ticks.Max - ticks.Min;
        double below = range.Min - ticks.Min < room ? room : 0, above = ticks.Max - range.Max < room ? room : 0;
        return Labelled(new Interval(ticks.Min - below, ticks.Max + above), ticks);
    }

    private static bool HasMarkedLines(FigureModel figure) =>
        figure.Series.Any(series => series is LineSeries { Marker: not Marker.None });

    private static Scale Labelled(Interval range, TickSteps ticks) => new LinearScale(
        range.Min, range.Max, [.. ticks.Values.Zip(TickLabels.Of(ticks), (value, label) => new Tick(value, label))]);

    private static Scale Logarithmic(AxisModel axis, Interval? data, int tickCount, double padding)
    {
        Interval range = axis.Range ?? PaddedByRatio(data ?? new Interval(1, 10), padding);
        return new LogScale(range.Min, range.Max, LogTicks.Within(range.Min, range.Max, tickCount));
    }

    private static Interval PaddedByRatio(Interval range, double share)
    {
        if (range.Length == 0)
            range = new Interval(range.Min / 2, range.Max * 2);
        double ratio = Math.Pow(range.Max / range.Min, share);
        return new Interval(range.Min / ratio, range.Max * ratio);
    }

    private static Scale Cells(AxisModel axis, int count, int tickCount, bool reversed)
    {
        IEnumerable<Tick> ticks = !axis.Categories.IsEmpty
            ? CategoryNames(axis).Select((name, index) => new Tick(index, name.Length == 0 ? " " : name))
            : count == 1
                ? [new Tick(0, "0")]
                : LinearTicks.Within(0, count - 1, tickCount, wholeSteps: true).Values
                    .Select(value => new Tick(value, NumberText.Fixed(value, 0)));
        return new LinearScale(-0.5, count - 0.5, [.. ticks], reversed);
    }

    // A constant is in the middle of a range as wide as itself, and so are values that differ by their last bits.
    private static Interval WithLength(Interval range)
    {
        double size = Math.Max(Math.Abs(range.Min), Math.Abs(range.Max));
        if (range.Length > Math.Max(size * 1e-11, Smallest))
            return range;
        double half = size < Smallest ? 1 : size / 2;
        return new Interval(range.Min - half, range.Max + half);
    }

    private static bool WholeXs(FigureModel figure) => figure.Series.SelectMany(series => series.Xs).All(IsWhole);

    private static bool WholeYs(FigureModel figure) => figure.Series.SelectMany(series => series.Ys).All(IsWhole);

    private static bool IsWhole(double value) =>
        double.IsNaN(value) || (Math.Abs(value) < 1e6 && value == Math.Floor(value));
}
