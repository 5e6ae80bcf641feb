using System.Numerics;
using System.Text.RegularExpressions;

namespace Unrolled.Charts.Model;

/// <summary>Reads what a caller passes for one series, and says what is wrong with it.</summary>
internal readonly partial record struct SeriesInput(string Figure, string Series)
{
    public double[] Values<T>(IEnumerable<T> values, string role) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] numbers = [.. values.Select(double.CreateChecked)];
        if (numbers.Length == 0)
            throw new ArgumentException($"{Figure}, {Series}: {role} has no values.");
        int infinite = Array.FindIndex(numbers, double.IsInfinity);
        if (infinite >= 0)
            throw new ArgumentException(
                $"{Figure}, {Series}: {role}[{infinite}] is infinite and has no place on an axis. Use NaN for a gap.");
        return numbers;
    }

    public void SameLength(double[] first, string firstRole, double[] second, string secondRole)
    {
        if (first.Length != second.Length)
            throw new ArgumentException(
                $"{Figure}, {Series}: {firstRole} has {first.Length} values and {secondRole} has {second.Length}; they must be as many.");
    }

    public string Colour(string colour) => HexColour().IsMatch(colour)
        ? colour.ToLowerInvariant()
        : throw new ArgumentException($"{Figure}, {Series}: colour \"{colour}\" is not of the form #rrggbb.");

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex HexColour();
}
