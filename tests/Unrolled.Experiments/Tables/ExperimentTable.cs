using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Tables;

/// <summary>All comparisons, in the order in which they are run.</summary>
internal static class ExperimentTable
{
    internal static IReadOnlyList<Comparison> All { get; } =
        [.. GeneratedTasks.All.Concat(RealData.All).Select(WithUntunedTimes)];

    /// <summary>The experiments of these names, or all if there are none.</summary>
    /// <exception cref="ArgumentException">A name is not known; the message lists those that are.</exception>
    internal static IReadOnlyList<Comparison> Choose(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => All.All(one => one.Name != name)) is { } unknown)
            throw new ArgumentException(
                $"There is no task {unknown}; expected one of {string.Join(", ", All.Select(one => one.Name))}.");
        return names.Count == 0 ? All : [.. All.Where(one => names.Contains(one.Name))];
    }

    private static Comparison WithUntunedTimes(Comparison comparison) => comparison with
    {
        Rows =
            [.. comparison.Rows.Select(
                (row, i) => row with { UntunedSecondsPerStep = UntunedTimes.SecondsPerStep(comparison.Name, i) })],
    };
}
