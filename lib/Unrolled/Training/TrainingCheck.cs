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

    /// <summary>A layer whose weights are all 0 computes nothing, and learns slowly or not at all.</summary>
    internal static void RequireStart(RecurrentLayer layer)
    {
        foreach (Parameter weight_hh in layer.Parameters)
        {
            if (!weight_hh.Name.StartsWith("weight_hh", StringComparison.Ordinal))
                continue;
            Parameter weight_ih = layer.Parameters[weight_hh.Name.Replace("_hh_", "_ih_", StringComparison.Ordinal)];
            if (IsZero(weight_ih) && IsZero(weight_hh))
            {
                string type = layer.GetType().Name;
                throw new InvalidOperationException(
                    $"{weight_ih.Name} and {weight_hh.Name} of the {type} are all 0, so that it computes nothing; "
                    + $"expected weights that were drawn, as by new {type}(…, random), or loaded.");
            }
        }
    }

    private static bool IsZero(Parameter parameter) => !parameter.Value.Values.AsSpan().ContainsAnyExcept(0f);

    private static ArgumentOutOfRangeException Refused(double value, string name, string expected) =>
        new(name, value, $"{name} is {value.ToString(CultureInfo.InvariantCulture)}; expected {expected}.");
}
