using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// Holds back the runtime's text on standard error when it crashes: pages of the host's own frames, which
/// <see cref="CrashReport"/> summarises in a few lines. If the process continues after all, the text is shown; of a
/// very long one the beginning and the end.
/// </summary>
internal sealed partial class CrashFilter
{
    private readonly CrashText held = new();

    /// <summary>The part of a text that may be shown now.</summary>
    public string Pass(string text)
    {
        int start = held.IsEmpty ? LastWords().Match(text) is { Success: true } words ? words.Index : text.Length : 0;
        held.Add(text[start..]);
        return text[..start];
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
