namespace Unrolled;

/// <summary>The segments that a legend must not cover.</summary>
internal static class Obstacles
{
    public static IEnumerable<Segment> Of(FigureModel figure, Axes axes) =>
        OfData(figure, axes)
            .Concat(figure.References.SelectMany(line => Of(line, axes)))
            .Concat(figure.Annotations.Select(annotation => Of(annotation, axes)));

    public static IEnumerable<Segment> OfData(FigureModel figure, Axes axes) =>
        figure.Series.SelectMany(series => Of(series, figure, axes));

    private static IEnumerable<Segment> Of(Series series, FigureModel figure, Axes axes) => series switch
    {
        LineSeries line => Along(line.X, line.Y, axes),
        CurveSeries points => Curves.Runs(points.X, points.Y, axes)
            .SelectMany(run => run).Select(place => new Segment(place, place)),
        BandSeries band => Along(band.X, band.Lower, axes)
            .Concat(Along(band.X, band.Upper, axes)).Concat(Across(band, axes)),
        BarSeries bars => BarSlots.Of(bars, figure, axes).SelectMany(slot => Filling(slot.Grown(8))),
        HistogramSeries bins => bins.Counts.SelectMany((count, bin) => Filling(Bin(bins, bin, axes))),
        _ => [],
    };

    private static IEnumerable<Segment> Of(ReferenceLine line, Axes axes)
    {
        double place = line.Horizontal ? axes.Top(line.Value) : axes.Left(line.Value);
        double room = line.Label is null ? 0 : Theme.NoteSize + 4;
        if (line.Horizontal)
            return
            [
                new(new(axes.Plot.Left, place), new(axes.Plot.Right, place)),
                new(new(axes.Plot.Left, place - room), new(axes.Plot.Right, place - room)),
            ];
        double width = line.Label is null ? 0 : TextMetrics.Width(line.Label, Theme.NoteSize) + 5;
        return
        [
            new(new(place, axes.Plot.Top), new(place, axes.Plot.Bottom)),
            new(new(place - width, axes.Plot.Top + 8), new(place + width, axes.Plot.Top + 8)),
        ];
    }

    private static Segment Of(Annotation annotation, Axes axes)
    {
        double left = axes.Left(annotation.X), top = axes.Top(annotation.Y);
        double width = TextMetrics.Width(annotation.Text, Theme.NoteSize) + 8;
        bool right = left + width <= axes.Plot.Right;
        return new Segment(new Place(left, top - 8), new Place(right ? left + width : left - width, top - 8));
    }

    private static IEnumerable<Segment> Along(double[] x, double[] y, Axes axes) =>
        Curves.Runs(x, y, axes).Select(run => PixelColumns.Thin(run, axes.Plot.Width))
            .SelectMany(run => run.Zip(run.Skip(1).DefaultIfEmpty(run[0]), (from, to) => new Segment(from, to)));

    private static IEnumerable<Segment> Across(BandSeries band, Axes axes) => band.X
        .Select((x, i) => new Segment(
            new(axes.Left(x), axes.Top(band.Lower[i])), new(axes.Left(x), axes.Top(band.Upper[i]))))
        .Where(segment => double.IsFinite(segment.From.X + segment.From.Y + segment.To.Y));

    private static IEnumerable<Segment> Filling(Rect rect)
    {
        for (double x = rect.Left; x < rect.Right + 10; x += 10)
        {
            double within = Math.Min(x, rect.Right);
            yield return new Segment(new Place(within, rect.Top), new Place(within, rect.Bottom));
        }
    }

    private static Rect Bin(HistogramSeries bins, int bin, Axes axes)
    {
        double left = axes.Left(bins.Edges[bin]), top = axes.Top(bins.Counts[bin]);
        return new Rect(left, top, axes.Left(bins.Edges[bin + 1]) - left, axes.Top(0) - top);
    }
}
