namespace Unrolled;

/// <summary>
/// A forecasting project with what it claims, so that the claims can be checked: a series, where it is split, baselines
/// and networks, intervals and their coverage, and the file with the weights.
/// </summary>
/// <param name="Series">The series, oldest first.</param>
/// <param name="Test">The index of the first value that is tested on; everything is fitted on values before it.</param>
/// <param name="Baselines">The simple methods.</param>
/// <param name="Networks">The networks, one from each seed.</param>
/// <param name="Winner">What the project says about the error on the test part.</param>
/// <param name="Intervals">An interval for each value of the test part.</param>
/// <param name="Coverage">What the project says: the share of the values that are in their intervals.</param>
/// <param name="WeightsFile">The file with the weights of the first network.</param>
/// <param name="FromWeights">Makes a network from such a file.</param>
public sealed record ForecastProject(
    IReadOnlyList<double> Series,
    int Test,
    IReadOnlyList<IForecaster> Baselines,
    IReadOnlyList<IForecaster> Networks,
    ForecastWinner Winner,
    IReadOnlyList<ForecastInterval> Intervals,
    double Coverage,
    string WeightsFile,
    Func<string, IForecaster> FromWeights)
{
    private const int LeastTest = 30;
    private const int LeastSeeds = 5;

    /// <summary>
    /// The points of the project that can be checked, each with what was found. A point that throws is not met, and its
    /// message is what was found.
    /// </summary>
    public IReadOnlyList<RubricPoint> Rubric() =>
    [
        Point($"at least {LeastTest} values are tested, fewer than learned", () =>
            (Series.Count - Test >= LeastTest && Test > Series.Count - Test, $"{Series.Count - Test} and {Test}")),
        Point("every value is a finite number", () =>
            (Series.All(double.IsFinite), $"{Series.Count(value => !double.IsFinite(value))} are not")),
        Point("persistence and another baseline are tried", () =>
            (Baselines.Any(one => one is Persistence) && Baselines.Count > 1,
                $"{Baselines.Count}, with{(Baselines.Any(one => one is Persistence) ? "" : "out")} persistence")),
        Point($"at least {LeastSeeds} networks from as many seeds", () =>
        {
            int different = Networks.Select(Error).Distinct().Count();
            return (different >= LeastSeeds, $"{Networks.Count}, with {different} different errors");
        }),
        Point("the winner is the one who won", () =>
        {
            double best = Baselines.Min(Error), lowest = Networks.Min(Error), highest = Networks.Max(Error);
            ForecastWinner winner = highest < best ? ForecastWinner.Networks
                : lowest > best ? ForecastWinner.Baseline : ForecastWinner.Undecided;
            return (winner == Winner, FormattableString.Invariant(
                $"{winner}: {best:G4} against {lowest:G4} to {highest:G4}"));
        }),
        Point("the coverage is the one stated", () =>
        {
            double covered = ForecastScore.Coverage(Intervals, [.. Series.Skip(Test)]);
            return (Math.Abs(covered - Coverage) < .005, FormattableString.Invariant($"{covered:0.000}"));
        }),
        Point("the saved weights give the same forecasts", () =>
        {
            double[] first = OneStepForecasts.Of(Networks[0], Series, Test);
            double[] again = OneStepForecasts.Of(FromWeights(WeightsFile), Series, Test);
            double most = first.Zip(again, (one, other) => Math.Abs(one - other)).Max();
            return (most == 0, FormattableString.Invariant($"largest difference {most:G3}"));
        }),
    ];

    private double Error(IForecaster one) => OneStepForecasts.RootMeanSquare(one, Series, Test);

    private static RubricPoint Point(string criterion, Func<(bool Met, string Found)> check)
    {
        try
        {
            (bool met, string found) = check();
            return new RubricPoint(criterion, met, found);
        }
        catch (Exception problem)
        {
            return new RubricPoint(criterion, false, $"{problem.GetType().Name}: {problem.Message}");
        }
    }
}

/// <summary>One point of <see cref="ForecastProject.Rubric"/>.</summary>
/// <param name="Criterion">The criterion, as a statement.</param>
/// <param name="Met">Whether it is met.</param>
/// <param name="Found">The evidence.</param>
public sealed record RubricPoint(string Criterion, bool Met, string Found);

/// <summary>The side whose error on the test part is lower.</summary>
public enum ForecastWinner
{
    /// <summary>Some networks have a lower error than the best baseline, and some have not.</summary>
    Undecided,

    /// <summary>Every network has a lower error than the best baseline.</summary>
    Networks,

    /// <summary>Every network has a higher error than the best baseline.</summary>
    Baseline,
}
