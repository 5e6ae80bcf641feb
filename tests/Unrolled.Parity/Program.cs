using Unrolled.Parity;

return ParityProgram.Run(args, Console.Out, Console.Error);
