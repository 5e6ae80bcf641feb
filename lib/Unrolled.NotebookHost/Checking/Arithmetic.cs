using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// Equations between numbers, in inline formulas and in the text: <c>$\sigma(5) = .993$</c>, <c>10 − 5 = 5</c>, the
/// part <c>\tanh(1) = .76</c> of <c>$h = \tanh(1) = .76$</c>, or <c>$\sigma(10)$ is .99995</c>. Both sides are
/// computed; a side that is a single number is compared at the precision with which it is written.
/// </summary>
internal static partial class Arithmetic
{
    private const double Slack = 1e-9;

    /// <summary>The equations between numbers in a text.</summary>
    public static IEnumerable<NumberEquation> In(string text) =>
        Inline().Matches(text).SelectMany(formula => OfFormula(formula.Groups[1].Value, formula.Groups[1].Index))
            .Concat(Plain().Matches(Inline().Replace(text, match => new string(' ', match.Length)))
                .SelectMany(equation => OfFormula(equation.Value, equation.Index)))
            .Concat(Told().Matches(text).Where(told => told.Groups[1].Value.Contains('('))
                .SelectMany(told => OfFormula(told.Value.Replace("$ is", " =  ").Replace('$', ' '), told.Index)));

    private static IEnumerable<NumberEquation> OfFormula(string formula, int start)
    {
        List<Side> sides = [];
        int begin = 0;
        foreach (Match relation in Relation().Matches(formula))
        {
            sides.Add(Side.Of(formula[begin..relation.Index], start + begin));
            begin = relation.Index + relation.Length;
        }
        sides.Add(Side.Of(formula[begin..], start + begin));
        return sides.Zip(sides.Skip(1))
            .Where(pair => pair.First.Value is not null && pair.Second.Value is not null)
            .Select(pair => new NumberEquation(
                pair.First.Start, pair.Second.End, pair.First.AgreesWith(pair.Second)));
    }

    [GeneratedRegex("""(?<![\$\\])\$([^$\n]+)\$(?!\$)""")]
    private static partial Regex Inline();

    // Outside formulas: numbers with an operator between them, and what they come to.
    [GeneratedRegex("""(?<![\p{L}\p{N}_.])(?:[\d.]+\s?[+−·×/]\s?)+[\d.]+\s=\s[−-]?[\d.]*\d(?![\p{L}\p{N}])""")]
    private static partial Regex Plain();

    [GeneratedRegex("""(?<![\$\\])\$([^$=\n]+)\$\sis\s[−-]?\d*\.\d+""")]
    private static partial Regex Told();

    [GeneratedRegex("""=|\\approx(?![A-Za-z])""")]
    private static partial Regex Relation();

    private sealed partial record Side(int Start, int End, double? Value, double Tolerance)
    {
        public static Side Of(string text, int start)
        {
            double? value = new Reader(text).Read();
            double tolerance = Lone().Match(text) is { Success: true } lone
                ? .5 * Math.Pow(10, -lone.Groups["decimals"].Length)
                : 0;
            return new Side(start, start + text.Length, value, tolerance);
        }

        public bool AgreesWith(Side other) =>
            Math.Abs(Value!.Value - other.Value!.Value)
                <= Math.Max(Tolerance, other.Tolerance) * (1 + Slack) + Slack * Math.Abs(Value.Value);

        [GeneratedRegex("""^\s*[-−]?[\d,]*(?:\.(?<decimals>\d+))?\s*$""")]
        private static partial Regex Lone();
    }

    // Sums of products of powers, read from left to right; null where anything else is written.
    private sealed partial class Reader(string text)
    {
        private readonly string[] tokens =
            [.. Token().Matches(text).Select(match => match.Value).Where(token => !Space().IsMatch(token))];
        private int next;

        public double? Read()
        {
            try
            {
                double value = Sum();
                return next == tokens.Length && double.IsFinite(value) ? value : null;
            }
            catch (FormatException)
            {
                return null;
            }
        }

        private double Sum()
        {
            double sum = Takes("-", "−") ? -Product() : Product();
            while (true)
            {
                if (Takes("+"))
                    sum += Product();
                else if (Takes("-", "−"))
                    sum -= Product();
                else
                    return sum;
            }
        }

        private double Product()
        {
            double product = Power();
            while (true)
            {
                if (Takes("\\cdot", "\\times", "·", "×"))
                    product *= Power();
                else if (Takes("/"))
                    product /= Power();
                else
                    return product;
            }
        }

        private double Power()
        {
            double value = Operand();
            return Takes("^") ? Math.Pow(value, Argument()) : value;
        }

        private double Operand()
        {
            if (Takes("("))
                return Closed(")");
            string token = Take();
            return token switch
            {
                "\\sigma" => 1 / (1 + Math.Exp(-InBrackets())),
                "\\tanh" => Math.Tanh(InBrackets()),
                "\\exp" => Math.Exp(InBrackets()),
                "\\ln" => Math.Log(Takes("(") ? Closed(")") : Operand()),
                "\\sqrt" => Math.Sqrt(Argument()),
                "\\frac" or "\\tfrac" or "\\dfrac" => Argument() / Argument(),
                "e" => Math.E,
                _ => Number(token),
            };
        }

        private double InBrackets() => Takes("(") ? Closed(")") : throw new FormatException();

        // A group in braces; without braces a single digit, as in \tfrac13, with the sign that it may have.
        private double Argument()
        {
            if (Takes("{"))
                return Closed("}");
            string token = Take();
            if (token.Length > 1 && token.All(char.IsAsciiDigit))
                (tokens[--next], token) = (token[1..], token[..1]);
            return Number(token);
        }

        private double Closed(string bracket)
        {
            double value = Sum();
            return Takes(bracket) ? value : throw new FormatException();
        }

        private bool Takes(params ReadOnlySpan<string> any)
        {
            if (next >= tokens.Length || !any.Contains(tokens[next]))
                return false;
            next++;
            return true;
        }

        private string Take() => next < tokens.Length ? tokens[next++] : throw new FormatException();

        private static double Number(string token) => double.Parse(
            token.Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

        [GeneratedRegex("""\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+|\\[A-Za-z]+|\\[,;!]|\s+|.""")]
        private static partial Regex Token();

        [GeneratedRegex("""^(?:\s+|\\[,;!]|\\left|\\right)$""")]
        private static partial Regex Space();
    }
}

/// <summary>Two neighbouring sides of an equation between numbers.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsTrue">Whether both sides come to the same.</param>
internal sealed record NumberEquation(int Start, int End, bool IsTrue)
{
    /// <summary>Whether a place in the text is in it.</summary>
    public bool Contains(int place) => Start <= place && place < End;
}
