using System.ComponentModel;
using System.Diagnostics;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Commands;

/// <summary>The programs of this machine.</summary>
internal sealed class Toolbox : IToolbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string? Find(string program) => ProgramPath.Find(program);

    public async Task<string?> AskAsync(string program, params string[] arguments)
    {
        if (Find(program) is not { } path)
            return null;
        ProcessStartInfo start = new(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = ProcessStart.Alone(start);
            return await AnswerAsync(process);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task<string?> AnswerAsync(Process process)
    {
        using CancellationTokenSource patience = new(Patience);
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await error;
            return process.ExitCode == 0 ? await output : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }
}

/// <summary>The programs of a machine.</summary>
internal interface IToolbox
{
    /// <summary>Where a program is; null when it is not on the path.</summary>
    string? Find(string program);

    /// <summary>The output of a program; null when it is missing, or fails.</summary>
    Task<string?> AskAsync(string program, params string[] arguments);
}
