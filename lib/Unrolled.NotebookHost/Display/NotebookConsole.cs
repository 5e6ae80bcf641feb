namespace Unrolled.NotebookHost.Display;

/// <summary>
/// Makes the process's console the notebook's: written text is an output, and read text is typed by the reader.
/// </summary>
internal static class NotebookConsole
{
    /// <summary>The message for a cell that requests input.</summary>
    public const string InputRefused =
        "This notebook runs unattended: input requests are refused. Give the value in the cell instead.";

    /// <summary>The message for a cell that waits for a key.</summary>
    public const string KeyRefused =
        "A notebook has no keyboard to read keys from. Give the value in the cell instead.";

    private static readonly Lock Gate = new();
    private static TextWriter? installedOut;
    private static TextWriter? installedError;
    private static TextReader? installedIn;

    /// <summary>Puts the notebook's console in place, again if a cell has put another there.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            installedOut = Installed(
                installedOut, Console.Out, StreamOutput.StandardOutput, Console.SetOut, () => Console.Out);
            installedError =
                Installed(
                    installedError, Console.Error, StreamOutput.StandardError, Console.SetError, () => Console.Error);
            if (installedIn is null || Console.In != installedIn)
            {
                Console.SetIn(new ConsoleReader());
                installedIn = Console.In;
            }
        }
    }

    /// <summary>Whether an exception is the runtime's for <c>Console.ReadKey</c> without a keyboard.</summary>
    public static bool IsRefusedKey(Exception exception) =>
        exception is InvalidOperationException
        && exception.TargetSite is { DeclaringType.FullName: "System.ConsolePal", Name: "ReadKey" };

    private static TextWriter Installed(
        TextWriter? installed, TextWriter current, string stream, Action<TextWriter> set, Func<TextWriter> get)
    {
        if (current == installed)
            return installed;

        // Console wraps the given writer, so the installed one is the one that it then returns.
        set(new ConsoleWriter(stream, fallback: installed is null ? current : TextWriter.Null));
        return get();
    }
}
