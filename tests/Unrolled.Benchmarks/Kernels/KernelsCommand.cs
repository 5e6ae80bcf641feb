using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Unrolled.Benchmarks.Kernels;

/// <summary><c>kernels</c>: hands what follows to BenchmarkDotNet, which times the kernels alone.</summary>
internal static class KernelsCommand
{
    internal static Command Create()
    {
        Argument<string[]> rest = new("arguments")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description =
                "BenchmarkDotNet's own, such as --filter *Product* --job short; all kernels if there are none.",
        };
        Command command = new("kernels", "Times single kernels with BenchmarkDotNet.") { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Run([.. parsed.GetValue(rest) ?? [], .. parsed.UnmatchedTokens]));
        return command;
    }

    private static int Run(string[] arguments)
    {
        BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(
            arguments.Length == 0 ? ["--filter", "*"] : arguments,
            DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet")));
        return BenchmarksCommand.Measured;
    }
}
