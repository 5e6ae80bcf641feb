using System.Text.Json.Nodes;
using Unrolled.Benchmarks;

namespace Unrolled.Tests.Benchmarks;

public sealed class BenchmarksCommandTests
{
    [Theory]
    [InlineData("--workload", "W6", "W1")]
    [InlineData("--cell", "elman", "lstm")]
    [InlineData("--threads", "3", "2")]
    public void An_unknown_choice_is_named_beside_those_that_are_known(string option, string unknown, string known)
    {
        (int exitCode, _, string errors) = Run(option, unknown);
        Assert.Equal(BenchmarksCommand.CannotStart, exitCode);
        Assert.Contains($"'{unknown}'", errors);
        Assert.Contains($"'{known}'", errors);
    }

    [Theory]
    [InlineData("--peers")]
    [InlineData("--workload", "W1")]
    public void What_scaling_would_leave_out_is_refused(params string[] beside)
    {
        (int exitCode, string output, string errors) = Run(["--scaling", .. beside]);
        Assert.Equal(BenchmarksCommand.CannotStart, exitCode);
        Assert.DoesNotContain("FMA", output);
        Assert.StartsWith("--scaling has sizes of its own", errors);
    }

    [Fact]
    public void What_was_chosen_is_measured_and_nothing_else()
    {
        (int exitCode, string output, _) = Run(
            "--quick", "--json", "--threads", "1", "--cell", "rnn", "--workload", "W5", "--workload", "W1");
        Assert.Equal(BenchmarksCommand.Measured, exitCode);
        JsonNode[] lines =
            [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(
            ["W1 rnn 1", "W5 rnn 1"], lines.Select(line => $"{line["workload"]} {line["cell"]} {line["threads"]}"));
        Assert.All(lines, line => Assert.True((bool)line["quick"]!));
        Assert.InRange((double)lines[0]["train_ms"]!, 1e-6, double.MaxValue);
        Assert.InRange((double)lines[1]["step_us"]!, 1e-6, double.MaxValue);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        return (BenchmarksCommand.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
