using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The hint for a line that IPython would understand: a magic command, a shell command, a question.</summary>
internal static partial class IPythonHint
{
    /// <summary>The hint; null for a line of another kind.</summary>
    public static string? Of(string line) =>
        Magic().Match(line) is { Success: true } magic
            ? $"{magic.Value} is a command of IPython. Here #!time shows how long a cell takes, and #!help lists the "
                + "commands."
        : Shell().Match(line) is { Success: true } shell
            ? $"!{shell.Groups[1].Value} is a shell command of IPython. In C# it is "
                + $"System.Diagnostics.Process.Start(\"{shell.Groups[1].Value}\", \"…\")."
        : Question().Match(line) is { Success: true } question
            ? $"To read about {question.Groups[1].Value}, place the cursor on it and press Shift-Tab."
        : null;

    [GeneratedRegex(@"^%{1,2}[A-Za-z_]\w*")]
    private static partial Regex Magic();

    [GeneratedRegex(@"^!\s*([\w./~-]+)(?=\s|$)(?!.*;\s*$)")]
    private static partial Regex Shell();

    [GeneratedRegex(@"^(?=.*\?)\?{0,2}([\w.]+)\?{0,2}\s*$")]
    private static partial Regex Question();
}
