using System.Globalization;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>Compares texts of outputs: words exactly, numbers within a tolerance.</summary>
/// <param name="tolerance">
/// How far two numbers may be apart, as a share of the larger and at least as if that were 1; at 0 texts must be the
/// same character for character. Otherwise decimals may also differ by one in the last place printed, because numbers
/// that are nearly the same can be rounded apart, and so may the spaces that line them up.
/// </param>
internal sealed partial class TextComparison(double tolerance)
{
    // Parsing and subtracting decimals is itself not exact.
    private const double Slack = 1e-9;

    /// <summary>The first line in which two texts differ; null when they count as the same.</summary>
    public LineDifference? FirstDifference(string committed, string now) =>
        tolerance == 0 ? LineDifference.Between(now, committed) : LineDifference.Between(now, committed, AreSame);

    private bool AreSame(string now, string committed)
    {
        MatchCollection numbersNow = Number().Matches(now), numbersCommitted = Number().Matches(committed);
        return numbersNow.Count == numbersCommitted.Count
            && numbersNow.Zip(numbersCommitted).All(pair => AreNear(pair.First.Value, pair.Second.Value))
            && WithoutNumbers(now) == WithoutNumbers(committed);
    }

    private static string WithoutNumbers(string line) => Spaces().Replace(Number().Replace(line, "#"), " ").Trim();

    private bool AreNear(string a, string b)
    {
        double first = Value(a), second = Value(b);
        double allowed = Math.Max(
            tolerance * Math.Max(1, Math.Max(Math.Abs(first), Math.Abs(second))), Math.Max(LastPlace(a), LastPlace(b)));
        return Math.Abs(first - second) <= allowed * (1 + Slack);
    }

    private static double Value(string number) => double.Parse(number.Replace('−', '-'), CultureInfo.InvariantCulture);

    // 0.01 for 1.23, 100 for 1.2e3; 0 for whole numbers, which are counts and not rounded.
    private static double LastPlace(string number)
    {
        int exponentAt = number.IndexOfAny(['e', 'E']);
        string digits = exponentAt < 0 ? number : number[..exponentAt];
        int exponent = exponentAt < 0
            ? 0
            : int.Parse(number[(exponentAt + 1)..].Replace('−', '-'), CultureInfo.InvariantCulture);
        int decimals = digits.Contains('.') ? digits.Length - digits.IndexOf('.') - 1 : 0;
        return decimals == 0 && exponentAt < 0 ? 0 : Math.Pow(10, exponent - decimals);
    }

    [GeneratedRegex(@"(?<![\w.])[-−]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+−]?\d{1,3})?")]
    private static partial Regex Number();

    // Tables use the figure space and the punctuation space in place of digits and points.
    [GeneratedRegex(@"[\s\u2007\u2008]+")]
    private static partial Regex Spaces();
}
