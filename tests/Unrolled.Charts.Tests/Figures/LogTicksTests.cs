using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Charts.Tests.Figures;

public class LogTicksTests
{
    private static readonly Arbitrary<(double Min, double Max)> Ranges = (
        from first in Gen.Choose(-2000, 2000)
        from length in Gen.Choose(5, 2000)
        select (Math.Pow(10, first / 100.0), Math.Pow(10, (first + length) / 100.0))).ToArbitrary();

    [Fact]
    public void Ticks_rise_inside_the_range_and_two_are_named_at_least() => Prop.ForAll(Ranges, range =>
    {
        IReadOnlyList<Tick> ticks = LogTicks.Within(range.Min, range.Max, 8);
        return ticks.All(tick => tick.Value >= range.Min * (1 - 1e-6) && tick.Value <= range.Max * (1 + 1e-6))
            && ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Value < pair.Second.Value)
            && ticks.Count(tick => !tick.Minor) >= 2;
    }).CheckSeeded();

    [Theory]
    [InlineData(0.001, 1000, "10⁻³ 10⁻² 10⁻¹ 1 10 10² 10³")]
    [InlineData(1e-12, 1, "10⁻¹² 10⁻¹⁰ 10⁻⁸ 10⁻⁶ 10⁻⁴ 10⁻² 1")]
    [InlineData(1e-10, 1e8, "10⁻⁹ 10⁻⁶ 10⁻³ 1 10³ 10⁶")]
    [InlineData(8, 512, "10 20 50 100 200 500")]
    [InlineData(1.1, 1.9, "1.2 1.4 1.6 1.8")]
    public void Powers_are_named_and_so_are_2_and_5_where_there_is_room(double min, double max, string labels) =>
        Assert.Equal(
            labels,
            string.Join(' ', LogTicks.Within(min, max, 8).Where(tick => !tick.Minor).Select(tick => tick.Label)));
}
