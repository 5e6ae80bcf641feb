using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// Holds back what the runtime writes to standard error when it dies: pages of the host's own frames, which
/// <see cref="CrashReport"/> tells in a few lines. If the process goes on after all, nothing is lost.
/// </summary>
internal sealed partial class CrashFilter
{
    private const int MostHeld = 1 << 20;

    private readonly StringBuilder held = new();

    /// <summary>What of a piece of text may be shown now.</summary>
    public string Pass(string text)
    {
        if (held.Length == 0 && !LastWords().IsMatch(text))
            return text;
        int start = held.Length > 0 ? 0 : LastWords().Match(text).Index;
        held.Append(text, start, text.Length - start);
        return text[..start] + (held.Length > MostHeld ? Release() : "");
    }

    /// <summary>What was held back: the process lives.</summary>
    public string Release()
    {
        string text = held.ToString();
        held.Clear();
        return text;
    }

    [GeneratedRegex(@"^(?:Stack overflow|Process terminated|Fatal error|Unhandled exception|Out of memory)\.", RegexOptions.Multiline)]
    private static partial Regex LastWords();
}
