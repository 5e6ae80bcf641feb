using Unrolled.Mutation;

return MutationProgram.Run(args, Console.Out, Console.Error);
