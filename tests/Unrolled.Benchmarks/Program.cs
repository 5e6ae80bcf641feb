using Unrolled.Benchmarks;

return BenchmarksCommand.Run(args, Console.Out, Console.Error);
