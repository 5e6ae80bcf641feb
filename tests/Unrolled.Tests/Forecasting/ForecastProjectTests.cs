namespace Unrolled.Tests.Forecasting;

public sealed class ForecastProjectTests
{
    // Values that rise by 1: persistence is always 1 too low.
    private static readonly double[] Rising = [.. Enumerable.Range(0, 80).Select(t => (double)t)];

    private static readonly ForecastProject Sound = new(
        Rising, Test: 50, [new Persistence(), new SeasonalNaive(2)],
        [.. Enumerable.Range(1, 5).Select(k => new Shifted(k / 10.0))],
        ForecastWinner.Networks,
        [.. Rising[50..].Select((value, i) => i < 24 ? new ForecastInterval(value - 1, value) : new(0, 1))],
        Coverage: .8, "weights", _ => new Shifted(.1));

    [Fact]
    public void A_sound_project_meets_every_point() =>
        Assert.All(Sound.Rubric(), point => Assert.True(point.Met, point.ToString()));

    [Fact]
    public void Each_fault_fails_its_own_point_and_no_other()
    {
        (string Point, ForecastProject Faulty)[] faults =
        [
            ("at least 30 values", Sound with
            {
                Test = 51, Intervals = [.. Sound.Intervals.Skip(1)], Coverage = 23 / 29.0,
            }),
            ("persistence and another", Sound with { Baselines = [new SeasonalNaive(1), new SeasonalNaive(2)] }),
            ("at least 5 networks", Sound with { Networks = [.. Enumerable.Repeat(new Shifted(.1), 5)] }),
            ("the winner", Sound with { Winner = ForecastWinner.Undecided }),
            ("the winner", Sound with { Networks = [.. Sound.Networks, new Shifted(3)] }),
            ("the coverage", Sound with { Coverage = .9 }),
            ("the saved weights", Sound with { FromWeights = _ => new Shifted(.2) }),
            ("the saved weights", Sound with { FromWeights = _ => throw new IOException("no such file") }),
        ];

        Assert.All(faults, fault => Assert.StartsWith(
            fault.Point, Assert.Single(fault.Faulty.Rubric(), point => !point.Met).Criterion));
    }

    [Fact]
    public void Networks_on_both_sides_of_the_best_baseline_are_undecided_and_above_it_they_lose()
    {
        IForecaster[] both = [.. Sound.Networks, new Shifted(3)];
        IForecaster[] above = [.. Enumerable.Range(2, 5).Select(k => new Shifted(k))];

        Assert.True(Winner(Sound with { Networks = both, Winner = ForecastWinner.Undecided }).Met);
        Assert.True(Winner(Sound with { Networks = above, Winner = ForecastWinner.Baseline }).Met);
        Assert.Contains("Baseline: 1 against 2 to 6", Winner(Sound with { Networks = above }).Found);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_counted()
    {
        double[] broken = [.. Rising];
        broken[10] = double.NaN;

        Assert.Equal(
            "1 are not", Assert.Single((Sound with { Series = broken }).Rubric(), point => !point.Met).Found);
    }

    private static RubricPoint Winner(ForecastProject project) =>
        project.Rubric().Single(point => point.Criterion.StartsWith("the winner", StringComparison.Ordinal));

    // The true next value of a series that rises by 1, missed by a given distance.
    private sealed record Shifted(double Distance) : IForecaster
    {
        public string Name => "shifted";

        public int Order => 1;

        public double Next(ReadOnlySpan<double> past) => past[^1] + 1 - Distance;
    }
}
