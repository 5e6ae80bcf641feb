using Unrolled.NotebookHost.Commands;

using Utf8Console console = new();
return await CommandLine.InvokeAsync(args, Console.Out, Console.Error);
