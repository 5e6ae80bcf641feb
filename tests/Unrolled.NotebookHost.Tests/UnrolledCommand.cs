using System.Diagnostics;

namespace Unrolled.NotebookHost.Tests;

/// <summary>The real command in a process of its own.</summary>
internal static class UnrolledCommand
{
    public static Task<CommandResult> RunAsync(TemporaryFolder folder, params string[] arguments) =>
        EndAsync(Start(folder, arguments));

    /// <summary>Starts the command and leaves it running.</summary>
    public static Process Start(TemporaryFolder folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "unrolled.dll") },
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a started command.</summary>
    public static async Task<CommandResult> EndAsync(Process process)
    {
        using Process running = process;
        Task<string> output = running.StandardOutput.ReadToEndAsync();
        Task<string> error = running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        return new CommandResult(running.ExitCode, await output, await error);
    }
}
