using System.Globalization;

namespace Unrolled;

/// <summary>Checks of a training run's settings; the errors name the setting.</summary>
internal static class TrainingCheck
{
    internal static double RequirePositive(double value, string name) =>
        value > 0 ? value : throw Refused(value, name, "more than 0");

    internal static double? RequirePositive(double? value, string name) =>
        value is { } given ? RequirePositive(given, name) : null;

    internal static double RequireNotNegative(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw Refused(value, name, "a finite number of at least 0");

    internal static double RequireShare(double value, string name) =>
        value is >= 0 and < 1 ? value : throw Refused(value, name, "at least 0 and less than 1");

    internal static int RequireAtLeast(int value, int least, string name) =>
        value >= least ? value : throw Refused(value, name, $"at least {least}");

    internal static IReadOnlyList<double> RequireLevels(IReadOnlyList<double> levels, string name)
    {
        ArgumentNullException.ThrowIfNull(levels, name);
        if (levels.Count == 0)
            throw new ArgumentException($"{name} is empty; expected at least one level.", name);
        for (int k = 0; k < levels.Count; k++)
        {
            double least = k == 0 ? 0 : levels[k - 1];
            if (!(levels[k] > least && levels[k] < 1))
            {
                throw Refused(
                    levels[k],
                    $"{name}[{k}]",
                    string.Create(CultureInfo.InvariantCulture, $"more than {least} and less than 1"));
            }
        }

        return [.. levels];
    }

    private static ArgumentOutOfRangeException Refused(double value, string name, string expected) =>
        new(name, value, $"{name} is {value.ToString(CultureInfo.InvariantCulture)}; expected {expected}.");
}
