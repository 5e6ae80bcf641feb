using Unrolled.NotebookHost.Commands;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>The command called in this process, for what needs no worker.</summary>
internal static class InvokedCommand
{
    public static async Task<CommandResult> OfAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await CommandLine.InvokeAsync(arguments, output, error);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }
}
