using Unrolled.Charts.Model;

namespace Unrolled.Charts.Svg;

/// <summary>What a legend must not cover.</summary>
internal static class Obstacles
{
    public static IEnumerable<Segment> Of(FigureModel figure, Frame frame) =>
        OfData(figure, frame)
            .Concat(figure.References.SelectMany(line => Of(line, frame)))
            .Concat(figure.Annotations.Select(annotation => Of(annotation, frame)));

    public static IEnumerable<Segment> OfData(FigureModel figure, Frame frame) =>
        figure.Series.SelectMany(series => Of(series, figure, frame));

    private static IEnumerable<Segment> Of(Series series, FigureModel figure, Frame frame) => series switch
    {
        LineSeries line => Along(line.X, line.Y, frame),
        CurveSeries points => Curves.Runs(points.X, points.Y, frame).SelectMany(run => run).Select(place => new Segment(place, place)),
        BandSeries band => Along(band.X, band.Lower, frame).Concat(Along(band.X, band.Upper, frame)).Concat(Across(band, frame)),
        BarSeries bars => BarSlots.Of(bars, figure, frame).SelectMany(slot => Filling(slot.Grown(8))),
        HistogramSeries bins => bins.Counts.SelectMany((count, bin) => Filling(Bin(bins, bin, frame))),
        _ => [],
    };

    private static IEnumerable<Segment> Of(ReferenceLine line, Frame frame)
    {
        double place = line.Horizontal ? frame.Top(line.Value) : frame.Left(line.Value);
        double room = line.Label is null ? 0 : Theme.NoteSize + 4;
        if (line.Horizontal)
            return [new(new(frame.Plot.Left, place), new(frame.Plot.Right, place)), new(new(frame.Plot.Left, place - room), new(frame.Plot.Right, place - room))];
        double width = line.Label is null ? 0 : TextMetrics.Width(line.Label, Theme.NoteSize) + 5;
        return
        [
            new(new(place, frame.Plot.Top), new(place, frame.Plot.Bottom)),
            new(new(place - width, frame.Plot.Top + 8), new(place + width, frame.Plot.Top + 8)),
        ];
    }

    private static Segment Of(Annotation annotation, Frame frame)
    {
        double left = frame.Left(annotation.X), top = frame.Top(annotation.Y), width = TextMetrics.Width(annotation.Text, Theme.NoteSize) + 8;
        bool right = left + width <= frame.Plot.Right;
        return new Segment(new Place(left, top - 8), new Place(right ? left + width : left - width, top - 8));
    }

    private static IEnumerable<Segment> Along(double[] x, double[] y, Frame frame) =>
        Curves.Runs(x, y, frame).Select(run => PixelColumns.Thin(run, frame.Plot.Width))
            .SelectMany(run => run.Zip(run.Skip(1).DefaultIfEmpty(run[0]), (from, to) => new Segment(from, to)));

    private static IEnumerable<Segment> Across(BandSeries band, Frame frame) => band.X
        .Select((x, i) => new Segment(new(frame.Left(x), frame.Top(band.Lower[i])), new(frame.Left(x), frame.Top(band.Upper[i]))))
        .Where(segment => double.IsFinite(segment.From.X + segment.From.Y + segment.To.Y));

    private static IEnumerable<Segment> Filling(Rect rect)
    {
        for (double x = rect.Left; x < rect.Right + 10; x += 10)
            yield return new Segment(new Place(Math.Min(x, rect.Right), rect.Top), new Place(Math.Min(x, rect.Right), rect.Bottom));
    }

    private static Rect Bin(HistogramSeries bins, int bin, Frame frame)
    {
        double left = frame.Left(bins.Edges[bin]), top = frame.Top(bins.Counts[bin]);
        return new Rect(left, top, frame.Left(bins.Edges[bin + 1]) - left, frame.Top(0) - top);
    }
}
