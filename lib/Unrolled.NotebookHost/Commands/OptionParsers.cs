using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Running;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Parsers of option values that the command-line library does not have.</summary>
internal static partial class OptionParsers
{
    private const double LongestTimer = 4_000_000;

    /// <summary>A positive number of seconds.</summary>
    public static TimeSpan? Seconds(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            && seconds is > 0 and <= LongestTimer)
            return TimeSpan.FromSeconds(seconds);
        result.AddError($"'{text}' is not a positive number of seconds, such as 5 or 0.5.");
        return null;
    }

    /// <summary>A number that is not negative.</summary>
    public static double Tolerance(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double tolerance)
            && tolerance is >= 0 and < 1)
            return tolerance;
        result.AddError($"'{text}' is not a tolerance: a number from 0 to below 1, such as 1e-6.");
        return 0;
    }

    /// <summary>An amount of memory such as <c>512MB</c> or <c>2GB</c>, in bytes.</summary>
    public static long? Memory(ArgumentResult result)
    {
        string text = string.Concat(result.Tokens.Select(token => token.Value));
        Match match = MemoryAmount().Match(text);
        if (!match.Success)
        {
            result.AddError($"'{text}' is not an amount of memory, such as 512MB or 2GB.");
            return null;
        }
        double amount = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        long bytes = (long)(amount * (match.Groups[2].Value.Equals("GB", StringComparison.OrdinalIgnoreCase)
            ? 1L << 30
            : 1L << 20));
        if (bytes < WorkerLimits.LeastMemoryBytes)
            result.AddError(
                $"'{text}' is too little memory: a notebook's process needs {WorkerLimits.LeastMemoryBytes >> 20}MB "
                + "to start.");
        return bytes;
    }

    /// <summary>Any number of <c>name=value</c>.</summary>
    public static ParameterValue[] Parameters(ArgumentResult result)
    {
        List<ParameterValue> values = [];
        foreach (Token token in result.Tokens)
            try
            {
                values.Add(ParameterValue.Parse(token.Value));
            }
            catch (FormatException exception)
            {
                result.AddError(exception.Message);
            }
        return [.. values];
    }

    /// <summary>A whole number of at least one.</summary>
    public static int Count(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0)
            return count;
        result.AddError($"'{text}' is not a whole number of at least 1.");
        return 1;
    }

    [GeneratedRegex(@"^(\d{1,9}(?:\.\d+)?) ?(MB|GB)$", RegexOptions.IgnoreCase)]
    private static partial Regex MemoryAmount();
}
