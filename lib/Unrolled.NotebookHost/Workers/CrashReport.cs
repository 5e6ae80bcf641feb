using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// The reason in plain words why a worker's process ended, from its exit code and the runtime's last text.
/// </summary>
internal static partial class CrashReport
{
    private const int ShownFrames = 8;
    private const int SearchedFrames = 200;

    /// <param name="exitCode">The process's exit code; 128 + n for signal n.</param>
    /// <param name="standardError">Its text on standard error during the cell.</param>
    /// <param name="cell">The number of the cell that ran; 0 before the first.</param>
    /// <param name="limits">Named where memory ran out.</param>
    public static ErrorOutput Describe(int exitCode, string standardError, int cell, WorkerLimits limits)
    {
        (string name, string message) =
            Find(StackOverflow(), standardError) is not null
                ? ("StackOverflow", $"The cell overflowed the stack{Repetition(standardError)}.")
            : Find(OutOfMemory(), standardError) is not null
                ? ("OutOfMemory",
                    $"The notebook's process ran out of memory; it had {WorkerErrors.MemoryLimit(limits)}.")
            : Find(Unhandled(), standardError) is { } unhandled
                ? ("UnhandledException", $"An exception that nothing caught ended the notebook's process: {unhandled}")
            : Find(FailFast(), standardError) is { } failFast
                ? ("FailFast", $"Environment.FailFast ended the notebook's process: {failFast}")
            : Find(FatalError(), standardError) is { } fatal
                ? ("Crash", $"The notebook's process crashed with {Ending(exitCode)}: {fatal}")
            : IsSignal(exitCode)
                ? ("Crash", $"The notebook's process crashed with {Ending(exitCode)}.")
            : cell == 0
                ? ("ProcessExit", $"The notebook's process ended before its first cell, with {Ending(exitCode)}.")
            : ("ProcessExit",
                $"The cell ended the notebook's process with {Ending(exitCode)}, as Environment.Exit does.");
        return new ErrorOutput(
            name, message, [$"{name}: {message}", .. Frames(standardError)], Line(standardError, cell));
    }

    private static string Ending(int exitCode) =>
        IsSignal(exitCode) ? $"signal {exitCode - 128} ({SignalName(exitCode - 128)})" : $"exit code {exitCode}";

    // A shell's convention, which .NET follows on Unix; a cell that exits with such a code looks the same.
    private static bool IsSignal(int exitCode) => !OperatingSystem.IsWindows() && exitCode is > 128 and <= 128 + 64;

    private static string SignalName(int signal) => signal switch
    {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        5 => "SIGTRAP",
        6 => "SIGABRT",
        7 when RuntimeInformation.IsOSPlatform(OSPlatform.Linux) => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL, which the system sends too when memory runs out",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        _ => "unnamed",
    };

    // The runtime folds endless recursion: "Repeated 24000 times:" and between two rules the frames of one round. It
    // does so only where the round reaches up to the very top of the stack; elsewhere the round is found here.
    private static string Repetition(string standardError)
    {
        if (Repeated().Match(standardError) is { Success: true } folded)
        {
            return $": {string.Join(", ", Frame().Matches(folded.Groups["frames"].Value).Select(Describe))} "
                + $"repeated {folded.Groups["count"].Value} times";
        }

        string[] round = Round([.. Frame().Matches(standardError).Take(SearchedFrames).Select(Describe)]);
        return round.Length == 0 ? "" : $": {string.Join(", ", round)} repeated without end";
    }

    // The shortest series of frames that fills the stack from somewhere below its top.
    private static string[] Round(string[] frames)
    {
        if (frames.Length < SearchedFrames)
            return [];
        string[] below = frames[(SearchedFrames / 4)..];
        int length = Enumerable.Range(1, below.Length / 3)
            .FirstOrDefault(length => below.Skip(length).SequenceEqual(below.SkipLast(length)));
        return below[..length];
    }

    private static IEnumerable<string> Frames(string standardError)
    {
        string[] frames =
        [
            .. Frame().Matches(standardError)
                .TakeWhile(frame => !HostFrame().IsMatch(frame.Value))
                .Select(frame => "   at " + Describe(frame)),
        ];
        return frames.Length <= ShownFrames
            ? frames
            : [.. frames[..ShownFrames], $"   … {frames.Length - ShownFrames} more"];
    }

    // Not the line of a method that another cell declares: it does not concern this one.
    private static int? Line(string standardError, int cell) =>
        CellLine().Matches(standardError).FirstOrDefault(
            match => match.Groups["cell"].Value == cell.ToString(CultureInfo.InvariantCulture)) is { } match
            ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)
            : null;

    private static string Describe(Match frame) => CrashFrame.Describe(frame.Groups[1].Value);

    private static string? Find(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    [GeneratedRegex(@"^(Stack overflow\.)", RegexOptions.Multiline)]
    private static partial Regex StackOverflow();

    [GeneratedRegex(
        @"^(Out of memory\.|GC heap initialization failed.*|Failed to create CoreCLR.*8007000E)"
        + @"|^Unhandled exception\. System\.OutOfMemoryException",
        RegexOptions.Multiline)]
    private static partial Regex OutOfMemory();

    [GeneratedRegex(@"^Unhandled exception\. (.*)$", RegexOptions.Multiline)]
    private static partial Regex Unhandled();

    [GeneratedRegex(@"^Process terminated\.[ \n]*(.*)$", RegexOptions.Multiline)]
    private static partial Regex FailFast();

    [GeneratedRegex(@"^Fatal error\.[ \n]*(.*)$", RegexOptions.Multiline)]
    private static partial Regex FatalError();

    [GeneratedRegex(
        @"^Repeat(?:ed)? (?<count>\d+) times:\s*\n-+\n(?<frames>.*?)\n-+$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Repeated();

    [GeneratedRegex(@"^\s+at (.+)$", RegexOptions.Multiline)]
    private static partial Regex Frame();

    [GeneratedRegex(@"Submission#\d+.* in cell (?<cell>\d+):line (?<line>\d+)")]
    private static partial Regex CellLine();

    // What started the cell's code: the host, the scripting engine, or the runtime's threads and tasks.
    [GeneratedRegex(
        @"Submission#\d+\.<(?:Initialize|Factory)>|AsyncMethodBuilderCore\.Start"
        + @"|Microsoft\.CodeAnalysis\.|Unrolled\.NotebookHost\."
        + @"|AsyncStateMachineBox|System\.Threading\.(?:ExecutionContext|Thread\.Start|ThreadPool|PortableThreadPool"
        + @"|QueueUserWorkItem|Tasks\.Task\.<>c)")]
    private static partial Regex HostFrame();
}
