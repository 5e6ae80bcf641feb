using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// Holds back the runtime's text on standard error when it crashes: pages of the host's own frames, which
/// <see cref="CrashReport"/> summarises in a few lines. If the process continues after all, nothing is lost.
/// </summary>
internal sealed partial class CrashFilter
{
    private const int MostHeld = 1 << 20;

    private readonly StringBuilder held = new();

    /// <summary>The part of a text that may be shown now.</summary>
    public string Pass(string text)
    {
        if (held.Length == 0 && !LastWords().IsMatch(text))
            return text;
        int start = held.Length > 0 ? 0 : LastWords().Match(text).Index;
        held.Append(text, start, text.Length - start);
        return text[..start] + (held.Length > MostHeld ? Release() : "");
    }

    /// <summary>The text that was held back, because the process lives.</summary>
    public string Release()
    {
        string text = held.ToString();
        held.Clear();
        return text;
    }

    [GeneratedRegex(
        @"^(?:Stack overflow|Process terminated|Fatal error|Unhandled exception|Out of memory)\.",
        RegexOptions.Multiline)]
    private static partial Regex LastWords();
}
