using System.CommandLine;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled doctor</c>: lists what is there, what is missing, and how to get it.</summary>
internal static class DoctorCommand
{
    private const string Well = "ok", Lacking = "missing", Needed = "needed";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> notebooks = NotebookArgument.Create();
        Command command = new(
            "doctor", "Says what this machine has of what notebooks need, and what to do about the rest.")
        {
            notebooks,
        };
        command.SetAction(
            (parsed, _) => RunAsync(Sources(parsed.GetValue(notebooks) ?? []), parsed.InvocationConfiguration.Output));
        return command;
    }

    // Outside a repository of notebooks only the machine is examined.
    private static IReadOnlyList<NotebookSource> Sources(string[] arguments)
    {
        string currentFolder = Environment.CurrentDirectory;
        return arguments.Length > 0
            || Directory.Exists(Path.Combine(RepositoryRoot.Of(currentFolder), NotebookFinder.DefaultFolder))
            ? NotebookFinder.Find(arguments, currentFolder)
            : [];
    }

    private static async Task<int> RunAsync(IReadOnlyList<NotebookSource> notebooks, TextWriter output)
    {
        int exitCode = ExitCodes.Success;
        await foreach (Finding finding in new Examination(new Toolbox(), new RestoreProbe(), notebooks).FindingsAsync())
        {
            await output.WriteLineAsync($"{Word(finding),-8} {finding.Subject}: {finding.Detail}");
            if (finding.Advice is { } advice)
                await output.WriteLineAsync($"{"",-8} → {advice}");
            if (finding is { IsWell: false, IsNeeded: true })
                exitCode = ExitCodes.Failure;
        }
        return exitCode;
    }

    private static string Word(Finding finding) => finding.IsWell ? Well : finding.IsNeeded ? Needed : Lacking;
}
