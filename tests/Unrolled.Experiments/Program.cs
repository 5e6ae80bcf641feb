using Unrolled.Experiments;

return ExperimentsCommand.Run(args, Console.Out, Console.Error);
