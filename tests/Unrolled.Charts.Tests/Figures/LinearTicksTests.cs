using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Charts.Tests.Figures;

public class LinearTicksTests
{
    private static readonly Arbitrary<(double Min, double Max, int Count)> Ranges = (
        from start in Gen.Choose(-100_000, 100_000)
        from length in Gen.Choose(1, 100_000)
        from exponent in Gen.Choose(-12, 12)
        from count in Gen.Choose(2, 12)
        select (start * Math.Pow(10, exponent), (start + length) * Math.Pow(10, exponent), count)).ToArbitrary();

    [Fact]
    public void Covering_ticks_begin_at_or_before_the_range_and_end_at_or_after_it() => Prop.ForAll(Ranges, range =>
    {
        TickSteps ticks = LinearTicks.Covering(range.Min, range.Max, range.Count);
        double slack = 1e-8 * ticks.Step.Value;
        return ticks.Min <= range.Min + slack && ticks.Max >= range.Max - slack;
    }).CheckSeeded();

    [Fact]
    public void Ticks_within_a_range_do_not_leave_it() => Prop.ForAll(Ranges, range =>
    {
        TickSteps ticks = LinearTicks.Within(range.Min, range.Max, range.Count);
        double slack = 1e-8 * ticks.Step.Value;
        return ticks.Values.All(value => value >= range.Min - slack && value <= range.Max + slack);
    }).CheckSeeded();

    [Fact]
    public void There_are_never_more_ticks_than_asked_for() => Prop.ForAll(Ranges, range =>
        LinearTicks.Covering(range.Min, range.Max, range.Count).Values.Count() <= range.Count
        && LinearTicks.Within(range.Min, range.Max, range.Count).Values.Count() <= range.Count).CheckSeeded();

    [Fact]
    public void Ticks_rise_by_equal_steps() => Prop.ForAll(Ranges, range =>
    {
        TickSteps ticks = LinearTicks.Covering(range.Min, range.Max, range.Count);
        double[] values = [.. ticks.Values];
        double step = ticks.Step.Value;
        return values.Zip(values.Skip(1), (first, second) => (Gap: second - first, Size: Math.Abs(second)))
            .All(pair => Math.Abs(pair.Gap - step) <= 1e-9 * Math.Max(pair.Size, step));
    }).CheckSeeded();

    [Fact]
    public void Whole_steps_give_whole_ticks() => Prop.ForAll(
        Gen.Choose(1, 5000).ToArbitrary(),
        last => LinearTicks.Within(0, last, 8, wholeSteps: true).Values.All(double.IsInteger)).CheckSeeded();

    [Theory]
    [InlineData(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 0.3, 4, "0.0 0.1 0.2 0.3")]
    [InlineData(-1, 1, 5, "−1.0 −0.5 0.0 0.5 1.0")]
    [InlineData(0, 10, 5, "0.0 2.5 5.0 7.5 10.0")]
    [InlineData(0, 40000, 5, "0 10\u202f000 20\u202f000 30\u202f000 40\u202f000")]
    [InlineData(1900, 2020, 7, "1900 1920 1940 1960 1980 2000 2020")]
    [InlineData(0, 4e-7, 5, "0 1×10⁻⁷ 2×10⁻⁷ 3×10⁻⁷ 4×10⁻⁷")]
    [InlineData(0, 2e9, 5, "0 0.5×10⁹ 1.0×10⁹ 1.5×10⁹ 2.0×10⁹")]
    public void Labels_are_what_a_reader_would_write(double min, double max, int count, string labels) =>
        Assert.Equal(labels, string.Join(' ', TickLabels.Of(LinearTicks.Covering(min, max, count))));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, double.NaN)]
    public void A_range_that_does_not_grow_is_refused(double min, double max)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => LinearTicks.Within(min, max, 5));

        Assert.Contains($"{min} … {max}", refused.Message);
    }
}
