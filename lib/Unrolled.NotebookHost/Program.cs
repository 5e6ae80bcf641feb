using System.CommandLine;
using Unrolled.NotebookHost.Commands;

RootCommand root = new("Runs, checks and publishes C# notebooks.")
{
    RunCommand.Create(),
    WorkerCommand.Create(),
};

ParseResult parsed = root.Parse(args);
// Commands that have something to end in good order listen to Ctrl-C themselves.
int exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return parsed.Errors.Count > 0 ? ExitCodes.Usage : exitCode;
