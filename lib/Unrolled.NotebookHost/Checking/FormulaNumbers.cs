using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The numbers that inline formulas state: those of <see cref="Arithmetic"/>, all of a formula without variables, such
/// as <c>$10^{-27}$</c>, and the number that a formula with variables ends in, such as <c>$\rho = .58$</c>. Those
/// inside are notation.
/// </summary>
internal static partial class FormulaNumbers
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>
    /// The numbers of a text's inline formulas; each begins where its formula does, those of an equation between
    /// numbers where they stand.
    /// </summary>
    public static IEnumerable<WrittenNumber> In(string text) => Inline().Matches(text).SelectMany(formula =>
        Arithmetic.In(formula.Value).ToArray() is { Length: > 0 } equations
            ? NumberText.Figures(formula.Value)
                .Where(number => equations.Any(equation => equation.Contains(number.Start)))
                .Select(number => number with { Start = formula.Index + number.Start })
            : Stated(formula.Groups[1].Value).Select(number => number with { Start = formula.Index }));

    /// <summary>The symbols on the left of a formula's relation; none where the formula has no variables.</summary>
    public static IEnumerable<string> SymbolsAt(string text, int start) =>
        Inline().Match(text, start) is { Success: true } formula && formula.Index == start
            && EndsInNumber().Match(formula.Groups[1].Value) is { Success: true } relation
            ? Symbol().Matches(formula.Groups[1].Value[..relation.Index]).Select(symbol => symbol.Value)
            : [];

    private static IEnumerable<WrittenNumber> Stated(string formula)
    {
        string plain = Plain(formula);
        if (!Variable().IsMatch(plain))
            return NumberText.Figures(Command().Replace(plain, " "));
        return EndsInNumber().Match(formula) is { Success: true } relation
            ? NumberText.Figures(Plain(relation.Groups[1].Value))
            : [];
    }

    // Powers of ten as in prose; other powers and the two numbers of a fraction apart.
    private static string Plain(string formula)
    {
        string plain = PowerOfTen().Replace(formula, power => "10" + string.Concat(
            power.Groups[1].Value.Select(c => char.IsDigit(c) ? Superscripts[c - '0'] : '⁻')));
        plain = Fraction().Replace(plain.Replace("\\cdot", "·").Replace("\\times", "×"), " $1 $2 ");
        return plain.Replace("\\%", " %").Replace("\\,", "").Replace("^", " ").Replace("{", " ").Replace("}", " ");
    }

    [GeneratedRegex("""(?<![\$\\])\$([^$\n]+)\$(?!\$)""")]
    private static partial Regex Inline();

    [GeneratedRegex("""10\^(?:\{([-−]?\d+)\}|(\d))""")]
    private static partial Regex PowerOfTen();

    [GeneratedRegex("""\\[tdc]?frac\s*\{?(\d+?)\}?\s*\{?(\d+)\}?""")]
    private static partial Regex Fraction();

    [GeneratedRegex("""\\[A-Za-z]+""")]
    private static partial Regex Command();

    // A letter that belongs to no command but a Greek one.
    [GeneratedRegex(
        """
        (?<!\\[A-Za-z]*)\p{L}
        |\\(?!(?:cdot|times|approx|ln|log|exp|sqrt|pm|mp|le|ge|leq|geq|lt|gt|ne|quad|left|right|dots|ldots)\b)[A-Za-z]
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Variable();

    [GeneratedRegex(
        """
        (?:=|\\approx|<|>|\\leq?|\\geq?)\s*
        ([-−]?(?:[\d.,]+(?:\s*\\cdot\s*10\^\{?[-−]?\d+\}?)?|10\^\{?[-−]?\d+\}?))\s*$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex EndsInNumber();

    [GeneratedRegex("""\p{L}+""")]
    private static partial Regex Symbol();
}
