using System.Globalization;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Small forms that the reports share.</summary>
internal static class TerminalText
{
    /// <summary>A duration in seconds: <c>0.4 s</c>.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
