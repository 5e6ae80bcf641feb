using System.CommandLine;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>What a command did when it was called as the command line calls it.</summary>
internal sealed record InvokedCommand(int ExitCode, string Output, string Error)
{
    public static async Task<InvokedCommand> OfAsync(Command command, params string[] arguments)
    {
        var configuration = new InvocationConfiguration { Output = new StringWriter(), Error = new StringWriter() };
        int exitCode = await new RootCommand { command }.Parse([command.Name, .. arguments]).InvokeAsync(configuration);
        return new InvokedCommand(exitCode, configuration.Output.ToString()!, configuration.Error.ToString()!);
    }
}
