using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// Numbers in text: figures such as <c>1,234</c>, <c>.05</c>, <c>3e-4</c>, <c>2·10⁻³</c> and <c>5 %</c>, and words
/// such as <c>twenty-three</c>, <c>two thirds</c>, <c>seven per cent</c> and <c>二十三个</c>. The word <c>one</c> is a
/// number where it counts, as in <c>one of five</c>; elsewhere it is a pronoun.
/// </summary>
internal static partial class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private const string ChineseDigits = "零一二三四五六七八九";

    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Parts =
    [
        "half", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "hundredth",
        "thousandth",
    ];

    private static readonly int[] Denominators = [2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 100, 1000];

    /// <summary>The figures of a text, in their order.</summary>
    public static IEnumerable<WrittenNumber> Figures(string text) => Figure().Matches(text).Select(OfFigure);

    /// <summary>The numbers that a text writes as words, in their order.</summary>
    public static IEnumerable<WrittenNumber> Words(string text) =>
        Word().Matches(text).Select(OfWords).Concat(Chinese().Matches(text).Select(OfChinese))
            .OrderBy(number => number.Start);

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
        double quantum = Math.Pow(10, exponent - decimals);
        return new WrittenNumber(
            match.Index, match.Value, sign * value * Math.Pow(10, exponent), quantum, quantum,
            match.Groups["share"].Success);
    }

    private static int Exponent(Group written)
    {
        string digits = string.Concat(written.Value.Select(c => Superscripts.IndexOf(c) is >= 0 and var digit
            ? (char)('0' + digit)
            : c is '⁻' or '−' ? '-' : c));
        return written.Success ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    private static WrittenNumber OfWords(Match match)
    {
        double value = ValueOf(match.Groups["number"].Value);
        bool isShare = match.Groups["share"].Success;
        if (match.Groups["part"].Success)
        {
            string part = match.Groups["part"].Value.ToLowerInvariant();
            int denominator = Denominators[Array.FindIndex(Parts, name => part == name || part == name + "s")];
            // Its last digit is the numerator: two thirds, not one third.
            return new WrittenNumber(
                match.Index, match.Value, value / denominator, Quantum: .01, 1.0 / denominator, isShare, denominator);
        }
        return new WrittenNumber(match.Index, match.Value, value, Quantum: 1, PlaceOf(value), isShare);
    }

    private static WrittenNumber OfChinese(Match match)
    {
        double total = 0, digit = 0;
        foreach (char c in match.Value)
        {
            if (ChineseDigits.IndexOf(c) is >= 0 and var unit)
                digit = unit;
            else if (c == '两')
                digit = 2;
            else
                (total, digit) = c == '万'
                    ? (10_000 * Math.Max(total + digit, 1), 0)
                    : (total + Math.Max(digit, 1) * (c == '十' ? 10 : c == '百' ? 100 : 1000), 0);
        }
        return new WrittenNumber(
            match.Index, match.Value, total + digit, Quantum: 1, PlaceOf(total + digit), IsShare: false);
    }

    // The place of the digit that another word would change: twenty, thirty; two hundred, three hundred.
    private static double PlaceOf(double value)
    {
        double place = 1;
        while (value >= 20 && value % (10 * place) == 0)
            place *= 10;
        return place;
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
            else if (word is "a" or "an")
                group += 1;
        }
        return total + group;
    }

    private static double? Scale(string word) => word switch
    {
        "dozen" => 12,
        "thousand" => 1e3,
        "million" => 1e6,
        _ => null,
    };

    // A letter, digit or point before it makes it part of a name or version: h1, 4.5.1, x_2. Chinese letters do not.
    // In 85 to 88 % both are shares.
    [GeneratedRegex(
        """
        (?<![\p{L}\p{N}_.,-[\u3400-\u9fff]])(?<sign>[-−](?=[\d.]))?
        (?:10(?<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
        |(?<mantissa>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)
        (?:[eE](?<exponent>[-−+]?\d+))?(?:\s?[·×]\s?10(?<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?)
        (?<share>\s?%|\sper\scent|(?=(?:\s(?:to|and|or)\s|–)[\d.,]+(?:\s?%|\sper\scent)))?
        (?![\p{L}\p{N}_⁰¹²³⁴⁵⁶⁷⁸⁹-[\u3400-\u9fff]]|\.\d|-[\p{L}-[\u3400-\u9fff]])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Figure();

    // Before a measure word; 第三 is an ordinal, 一个 is a pronoun, and 这两个 is both.
    [GeneratedRegex(
        """
        (?<![第一二两三四五六七八九十百千万零这那])(?!一[^十百千万])[一二两三四五六七八九十百千万零]+
        (?=[个种次步层条位颗段倍张组批句项类行列])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Chinese();

    private const string Unit =
        "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
        + "|eighteen|nineteen";

    private const string Ten = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private const string Large = "dozen|hundred|thousand|million";

    private const string Part =
        "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth";

    // One counts before a scale, before "of five" and "in five", and before a part, as a does.
    [GeneratedRegex(
        $$"""
        \b(?:
        (?<number>(?:(?:{{Ten}})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|{{Unit}}
        |one(?=\s(?:{{Large}})\b)
        |one(?=\s(?:of|in|out\sof)\s(?:the\s|every\s)?(?:{{Ten}}|{{Unit}}|{{Large}}|\d)(?<!the\stwo)))
        (?:\s(?:{{Large}}))*|(?:{{Large}}))
        (?:[\s-](?<part>halves|(?:{{Part}})s))?
        |(?<number>an?|one)\s(?<part>{{Part}})(?=\sof\b)
        )\b(?<share>\sper\scent)?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}

/// <summary>A number as a text writes it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Text">What is written.</param>
/// <param name="Value">Its value; that of <c>5 %</c> is 5.</param>
/// <param name="Quantum">The precision with which it is written; 0 for an exact number of a program.</param>
/// <param name="Place">The value of its last digit, or of the last word that makes it.</param>
/// <param name="IsShare">Whether a percent sign follows.</param>
/// <param name="Denominator">That of a number of parts, such as <c>two thirds</c>; 1 for any other number.</param>
internal sealed record WrittenNumber(
    int Start, string Text, double Value, double Quantum, double Place, bool IsShare, int Denominator = 1)
{
    private const double Slack = 1 + 1e-9;

    // A count below ten is a count: .98 is not 1.
    private double Tolerance => Quantum == 1 && Math.Abs(Value) < 10 ? 1e-9 : .5 * Quantum * Slack;

    /// <summary>A number of a program, which has no rounding.</summary>
    public static WrittenNumber Exact(double value) => new(0, "", value, 0, 0, IsShare: false);

    /// <summary>Whether another number, no less precisely written, is this one when rounded to its places.</summary>
    public bool IsRoundingOf(WrittenNumber other) =>
        ReadingsOf(other).Any(reading => Math.Abs(reading - Math.Abs(Value)) <= Tolerance);

    /// <summary>Whether another number would be this one if only this one's last digit were another.</summary>
    public bool IsMistakenFor(WrittenNumber other) => ReadingsOf(other).Any(reading =>
    {
        double digits = Math.Round(reading / Place), own = Math.Round(Math.Abs(Value) / Place);
        return Math.Abs(reading - digits * Place) <= Tolerance && digits != own
            && Math.Floor(digits / 10) == Math.Floor(own / 10);
    });

    /// <summary>
    /// Whether these numbers hold this one: it is among them, and none of them would be taken for it if its last digit
    /// were wrong.
    /// </summary>
    public bool IsHeldBy(IReadOnlyCollection<WrittenNumber> numbers) =>
        numbers.Any(IsRoundingOf) && !numbers.Any(IsMistakenFor);

    // Without a sign, and as a number of hundredths where this one is.
    private IEnumerable<double> ReadingsOf(WrittenNumber other)
    {
        if (other.Quantum <= Quantum * Slack)
            yield return Math.Abs(other.Value);
        if (IsShare && !other.IsShare && 100 * other.Quantum <= Quantum * Slack)
            yield return 100 * Math.Abs(other.Value);
    }
}
