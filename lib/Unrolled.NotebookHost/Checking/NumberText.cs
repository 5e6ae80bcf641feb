using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// Numbers in text: figures such as <c>1,234</c>, <c>.05</c>, <c>3e-4</c>, <c>2·10⁻³</c> and <c>5 %</c>, and words
/// such as <c>twenty-three</c>. The word <c>one</c> is left out: it is a pronoun more often than a number.
/// </summary>
internal static partial class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The figures of a text, in their order.</summary>
    public static IEnumerable<WrittenNumber> Figures(string text) => Figure().Matches(text).Select(OfFigure);

    /// <summary>The numbers that a text writes as words, in their order.</summary>
    public static IEnumerable<WrittenNumber> Words(string text) => Word().Matches(text)
        .Select(match => new WrittenNumber(match.Index, match.Value, ValueOf(match.Value), Quantum: 1, IsShare: false))
        .Where(number => number.Value != 1);

    private static WrittenNumber OfFigure(Match match)
    {
        string mantissa = match.Groups["mantissa"].Value.Replace(",", "");
        int point = mantissa.IndexOf('.');
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        int exponent = Exponent(match.Groups["exponent"]) + Exponent(match.Groups["power"]);
        double sign = match.Groups["sign"].Success ? -1 : 1;
        double value = mantissa.Length == 0
            ? 1
            : double.Parse(mantissa, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new WrittenNumber(
            match.Index, match.Value, sign * value * Math.Pow(10, exponent), Math.Pow(10, exponent - decimals),
            match.Groups["share"].Success);
    }

    private static int Exponent(Group written)
    {
        string digits = string.Concat(written.Value.Select(c => Superscripts.IndexOf(c) is >= 0 and var digit
            ? (char)('0' + digit)
            : c is '⁻' or '−' ? '-' : c));
        return written.Success ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    private static double ValueOf(string words)
    {
        double total = 0, group = 0;
        foreach (string word in words.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.IndexOf(Units, word) is >= 0 and var unit)
                group += unit;
            else if (Array.IndexOf(Tens, word) is >= 0 and var ten)
                group += 10 * (ten + 2);
            else if (word == "hundred")
                group = 100 * Math.Max(group, 1);
            else if (Scale(word) is { } scale)
                (total, group) = (total + scale * Math.Max(group, 1), 0);
        }
        return total + group;
    }

    private static double? Scale(string word) => word switch
    {
        "thousand" => 1e3,
        "million" => 1e6,
        _ => null,
    };

    // A letter, digit or point before it makes it part of a name or version: h1, 4.5.1, x_2.
    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}_.,])(?<sign>[-−](?=[\d.]))?
        (?:10(?<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
        |(?<mantissa>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)
        (?:[eE](?<exponent>[-−+]?\d+))?(?:\s?[·×]\s?10(?<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?)
        (?<share>\s?%)?(?![\p{L}\p{N}_⁰¹²³⁴⁵⁶⁷⁸⁹]|\.\d|-[\p{L}])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Figure();

    [GeneratedRegex(
        """
        \b(?:(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen
        |seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four
        |five|six|seven|eight|nine))?|one(?=\s(?:hundred|thousand|million)))
        (?:\s(?:hundred|thousand|million))*|(?:hundred|thousand|million))\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}

/// <summary>A number as a text writes it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Text">What is written.</param>
/// <param name="Value">Its value; that of <c>5 %</c> is 5.</param>
/// <param name="Quantum">The value of its last digit's place.</param>
/// <param name="IsShare">Whether a percent sign follows.</param>
internal sealed record WrittenNumber(int Start, string Text, double Value, double Quantum, bool IsShare)
{
    /// <summary>Whether another number, no less precisely written, is this one when rounded to its places.</summary>
    public bool IsRoundingOf(WrittenNumber other) =>
        IsRoundingOf(other.Value, other.Quantum)
        || (IsShare && !other.IsShare && IsRoundingOf(100 * other.Value, 100 * other.Quantum));

    private bool IsRoundingOf(double value, double quantum) =>
        quantum <= Quantum * (1 + 1e-9) && Math.Abs(Math.Abs(value) - Math.Abs(Value)) <= .5 * Quantum * (1 + 1e-9);
}
