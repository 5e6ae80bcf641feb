using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Reports;

/// <summary>Small forms that the reports share.</summary>
internal static partial class TerminalText
{
    /// <summary>Text without ANSI escape sequences.</summary>
    public static string WithoutEscapes(string text) => Escape().Replace(text, "");

    /// <summary>A duration in seconds: <c>0.4 s</c>.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    // CSI sequences (colours, cursor), OSC sequences (titles, links) and the two-character rest.
    [GeneratedRegex(@"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")]
    private static partial Regex Escape();
}
