using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;

namespace Unrolled.Tests.Tasks;

/// <summary>Draws and counts for the tests of tasks.</summary>
internal static class Drawn
{
    public static TExample[] From<TExample>(ITask<TExample> task, int count, int seed = 1) =>
        task.Draw(count, new Xoshiro256(seed));

    /// <summary>Any seed.</summary>
    public static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue).ToArbitrary();

    /// <summary>Any seed with a number of a range.</summary>
    public static Arbitrary<(int Seed, int Number)> SeedsWith(int least, int most) =>
        (from seed in Gen.Choose(0, int.MaxValue) from number in Gen.Choose(least, most) select (seed, number))
        .ToArbitrary();

    /// <summary>Pearson's test: counts as far from equal as these come up more often than once in a thousand.</summary>
    public static void AssertEquallyLikely<T>(IReadOnlyCollection<T> draws, int kinds)
        where T : notnull
    {
        double expected = (double)draws.Count / kinds;
        int[] counts = [.. draws.CountBy(kind => kind).Select(kind => kind.Value)];
        Assert.True(counts.Length <= kinds, $"{counts.Length} kinds were drawn; expected {kinds}.");
        double statistic = counts.Sum(count => Math.Pow(count - expected, 2) / expected)
            + (kinds - counts.Length) * expected;
        double chance = 1 - ChiSquared.CDF(kinds - 1, statistic);
        Assert.True(chance > .001, $"chi-square is {statistic} over {kinds} kinds: once in {1 / chance} samples.");
    }

    /// <summary>The place of the 1 in a vector of zeros.</summary>
    public static int Symbol(double[] oneHot)
    {
        Assert.Equal([1.0], oneHot.Where(value => value != 0));
        return Array.IndexOf(oneHot, 1);
    }

    public static int[] Symbols(TaskExample example) => [.. example.Inputs.Select(Symbol)];

    /// <summary>The target at the last step, after a check that it is the only target step.</summary>
    public static int TargetAtTheEnd(ClassExample example)
    {
        Assert.Equal([example.Length - 1], example.TargetSteps);
        return example.Targets[^1];
    }

    /// <summary>The target at the last step, after a check that it is the only target step.</summary>
    public static double TargetAtTheEnd(ValueExample example)
    {
        Assert.Equal([example.Length - 1], example.TargetSteps);
        return Assert.Single(example.Targets[^1]);
    }
}
