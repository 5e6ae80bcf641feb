using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Charts.Tests.Figures;

public class PixelColumnsTests
{
    private const double Width = 50;

    private static readonly Arbitrary<Place[]> Lines = Gen.Choose(0, 1000).ListOf(1000)
        .Select(heights => heights.Select((height, i) => new Place(i * Width / 1000, height)).ToArray()).ToArbitrary();

    [Fact]
    public void Every_pixel_column_keeps_its_lowest_and_its_highest_point() => Prop.ForAll(Lines, line =>
        Extremes(line).SequenceEqual(Extremes(PixelColumns.Thin(line, Width)))).CheckSeeded();

    [Fact]
    public void Ends_stay_and_the_order_stays() => Prop.ForAll(Lines, line =>
    {
        IReadOnlyList<Place> thin = PixelColumns.Thin(line, Width);
        return thin.Count <= 4 * Width && thin[0] == line[0] && thin[^1] == line[^1] && thin.Zip(thin.Skip(1))
            .All(pair => pair.First.X < pair.Second.X);
    }).CheckSeeded();

    [Fact]
    public void A_line_that_runs_back_is_drawn_whole()
    {
        Place[] circle = [.. Enumerable.Range(0, 1000).Select(i => new Place(Math.Cos(i), Math.Sin(i)))];

        Assert.Equal(circle, PixelColumns.Thin(circle, Width));
    }

    private static IEnumerable<(double, double, double)> Extremes(IEnumerable<Place> line) =>
        line.GroupBy(place => Math.Floor(place.X))
            .Select(column => (column.Key, column.Min(place => place.Y), column.Max(place => place.Y)));
}
