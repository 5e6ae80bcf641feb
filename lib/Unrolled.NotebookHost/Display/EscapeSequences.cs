using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Display;

/// <summary>The terminal's escape sequences in a text (ECMA-48).</summary>
internal static partial class EscapeSequences
{
    /// <summary>Text without them.</summary>
    public static string Remove(string text) => Pattern().Replace(text, "");

    /// <summary>
    /// Colours and weights (SGR, with their parameters as the group <c>rendition</c>), other CSI sequences (cursor),
    /// OSC strings (titles, links) and the two-character rest.
    /// </summary>
    [GeneratedRegex(
        """\u001b\[(?<rendition>[0-9;:]*)m|\u001b\[[0-?]*[ -/]*[@-~]"""
        + """|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\-_]""")]
    public static partial Regex Pattern();
}
