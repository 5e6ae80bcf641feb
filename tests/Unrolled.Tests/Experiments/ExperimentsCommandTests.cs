using Unrolled.Experiments;

namespace Unrolled.Tests.Experiments;

public sealed class ExperimentsCommandTests
{
    [Fact]
    public void An_unknown_task_is_named_beside_those_that_are_known()
    {
        (int exitCode, string output, string errors) = Run("--task", "adding", "--task", "subtracting");
        Assert.Equal(ExperimentsCommand.CannotStart, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("There is no task subtracting; expected one of temporal-order-50, ", errors);
    }

    [Theory]
    [InlineData("0", "--seeds is 0; expected at least 1.")]
    [InlineData("five", "five")]
    public void Seeds_that_are_no_count_are_refused(string seeds, string message)
    {
        (int exitCode, _, string errors) = Run("--seeds", seeds);
        Assert.Equal(ExperimentsCommand.CannotStart, exitCode);
        Assert.Contains(message, errors);
    }

    [Fact]
    public void A_list_names_the_tasks_and_runs_nothing()
    {
        (int exitCode, string output, _) = Run("--list", "--task", "digits", "--task", "adding");
        Assert.Equal(ExperimentsCommand.NothingContradicts, exitCode);
        Assert.Equal(
            ["adding", "digits"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        return (ExperimentsCommand.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
