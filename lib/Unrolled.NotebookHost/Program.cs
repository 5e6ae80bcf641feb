using Unrolled.NotebookHost.Commands;

return await CommandLine.InvokeAsync(args, Console.Out, Console.Error);
