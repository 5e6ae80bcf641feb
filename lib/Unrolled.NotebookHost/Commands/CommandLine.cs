using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Commands;

/// <summary>The <c>unrolled</c> command with its subcommands.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        // Not a RootCommand, which would call itself by the name of the assembly.
        Command root = new("unrolled", "Runs, checks and publishes C# notebooks.")
        {
            new HelpOption(),
            new VersionOption(),
            RunCommand.Create(),
            CheckCommand.Create(),
            BookCommand.Create(),
            FormatCommand.Create(),
            NewCommand.Create(),
            DoctorCommand.Create(),
            JupyterCommand.Create(),
            WorkerCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            await error.WriteLineAsync(NoSuchCommand(command, word));
            return ExitCodes.Usage;
        }
        // The page of help of a command with many options would hide the line that says what was wrong.
        if (parsed.Action is ParseErrorAction refusal)
            refusal.ShowHelp = command.Subcommands.Count > 0;
        try
        {
            int exitCode = await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                // Commands that have something to end in good order listen to Ctrl-C themselves.
                ProcessTerminationTimeout = null,
            });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
        }
        catch (Exception exception)
            when (exception is UsageException or NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCodes.Usage;
        }
    }

    private static string NoSuchCommand(Command group, string word)
    {
        string[] names = [.. group.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)];
        return $"{group.Name}: there is no command {word}. "
            + (SimilarName.Among(names, word) is { } meant
                ? $"Did you mean {meant}?"
                : $"There are: {string.Join(", ", names)}.");
    }
}

/// <summary>The exit codes of the command.</summary>
internal static class ExitCodes
{
    /// <summary>Everything that could run did; skips are allowed.</summary>
    public const int Success = 0;

    /// <summary>Something failed.</summary>
    public const int Failure = 1;

    /// <summary>The command cannot be carried out as it was given.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C or a request to end: the shells' 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
