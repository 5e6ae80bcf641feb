using System.Diagnostics;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Tests;

/// <summary>The real command in a process of its own.</summary>
internal static class UnrolledCommand
{
    // A test run that a shell put into the background ignores SIGINT, and its children would inherit that.
    private static readonly string[] ReactingToInterrupts =
        ExternalTool.Succeeds("env", "--default-signal=INT", "true") ? ["env", "--default-signal=INT"] : [];

    /// <summary>The start of a command with the rights of nobody.</summary>
    public static readonly string[] AsNobody =
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"];

    public static Task<CommandResult> RunAsync(TemporaryFolder folder, params string[] arguments) =>
        EndAsync(Start(folder, arguments));

    /// <summary>Runs the command where an environment variable has another value.</summary>
    public static Task<CommandResult> RunAsync(
        TemporaryFolder folder, (string Name, string Value) variable, params string[] arguments)
    {
        ProcessStartInfo start = StartInfo(folder, variable.Name == "PATH" ? [] : ReactingToInterrupts, arguments);
        start.Environment[variable.Name] = variable.Value;
        return EndAsync(Process.Start(start)!);
    }

    /// <summary>Runs the command through another program, which takes something from it: rights, or space.</summary>
    public static Task<CommandResult> RunThroughAsync(
        TemporaryFolder folder, string[] program, params string[] arguments) =>
        EndAsync(Process.Start(StartInfo(folder, program, arguments))!);

    /// <summary>Runs the command, which root has called, with the rights of nobody.</summary>
    public static Task<CommandResult> RunAsNobodyAsync(TemporaryFolder folder, params string[] arguments) =>
        RunThroughAsync(folder, AsNobody, arguments);

    /// <summary>Starts the command and leaves it running.</summary>
    public static Process Start(TemporaryFolder folder, params string[] arguments) =>
        Process.Start(StartInfo(folder, ReactingToInterrupts, arguments))!;

    /// <summary>Waits for the end of a started command.</summary>
    public static async Task<CommandResult> EndAsync(Process process)
    {
        using Process running = process;
        Task<string> output = running.StandardOutput.ReadToEndAsync();
        Task<string> error = running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        return new CommandResult(running.ExitCode, await output, await error);
    }

    private static ProcessStartInfo StartInfo(TemporaryFolder folder, string[] program, string[] arguments)
    {
        string[] command =
            [.. program, DotnetExecutable.Location, Path.Combine(AppContext.BaseDirectory, "Unrolled.NotebookHost.dll"),
                .. arguments];
        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
