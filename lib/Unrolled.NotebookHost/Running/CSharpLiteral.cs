using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Unrolled.NotebookHost.Running;

/// <summary>Writes a value typed on a command line as a C# literal.</summary>
internal static class CSharpLiteral
{
    private const NumberStyles Floating = NumberStyles.Float;

    /// <summary>The literal that a variable of this type accepts; null when the text is no such value.</summary>
    /// <param name="text">The value as it was typed.</param>
    /// <param name="type">The variable's C# keyword type; null to go by the text alone.</param>
    public static string? For(string text, string? type) => type switch
    {
        "string" or "object" => SymbolDisplay.FormatLiteral(text, quote: true),
        "bool" => bool.TryParse(text, out bool value) ? (value ? "true" : "false") : null,
        "double" => Number(text, ""),
        "float" => Number(text, "f"),
        "decimal" => decimal.TryParse(text, Floating, CultureInfo.InvariantCulture, out decimal value)
            ? Invariant(value) + "m"
            : null,
        "int" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? Invariant(value)
            : null,
        "long" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? Invariant(value)
            : null,
        "char" => text.Length == 1 ? SymbolDisplay.FormatLiteral(text[0], quote: true) : null,
        null => For(text, "long") ?? For(text, "double") ?? For(text, "bool") ?? For(text, "string"),
        _ => For(text, "long"),
    };

    private static string? Number(string text, string suffix)
    {
        if (!double.TryParse(text, Floating, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            return null;
        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        return suffix.Length == 0 && digits.All(character => char.IsAsciiDigit(character) || character == '-')
            ? digits + ".0"
            : digits + suffix;
    }

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
