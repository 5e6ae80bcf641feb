using System.CommandLine;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Running;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Commands;

/// <summary>The options of every command that runs notebooks.</summary>
internal sealed class ExecutionOptions
{
    private readonly Option<bool> noBuild = new("--no-build")
    {
        Description = "Do not build what the notebooks reference first.",
    };

    private readonly Option<int> jobs = new("--jobs", "-j")
    {
        Description =
            "How many notebooks run at a time. One by default: a notebook's own code uses every core, and its times "
            + "are then its own.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<TimeSpan?> cellTimeout = new("--cell-timeout")
    {
        Description = "The longest that one cell may run.",
        HelpName = "SECONDS",
        CustomParser = OptionParsers.Seconds,
    };

    private readonly Option<TimeSpan?> timeout = new("--timeout")
    {
        Description = "The longest that one notebook may run.",
        HelpName = "SECONDS",
        CustomParser = OptionParsers.Seconds,
    };

    private readonly Option<long?> memory = new("--memory")
    {
        Description = "The most memory that one notebook may use, such as 512MB or 2GB.",
        HelpName = "AMOUNT",
        CustomParser = OptionParsers.Memory,
    };

    private readonly Option<string> executed = new("--executed")
    {
        Description = "Run nothing and take the executed copies in this folder, as run --output-dir writes them.",
        HelpName = "DIR",
    };

    private readonly Option<bool> verbose = new("--verbose", "-v")
    {
        Description = "Show what cells show while they run.",
    };

    /// <summary>Gives a command these options.</summary>
    /// <param name="command">The command.</param>
    /// <param name="takesExecuted">Whether it can take executed copies instead of running notebooks.</param>
    public void AddTo(Command command, bool takesExecuted = false)
    {
        Option[] options = [noBuild, jobs, cellTimeout, timeout, memory, verbose];
        foreach (Option option in options)
            command.Options.Add(option);
        if (takesExecuted)
            command.Options.Add(executed);
    }

    /// <summary>The options as they were given.</summary>
    public RunOptions Read(ParseResult parsed) => new()
    {
        Build = !parsed.GetValue(noBuild),
        ExecutedFolder = parsed.GetValue(executed),
        Jobs = parsed.GetValue(jobs),
        ClaimsMustHold = SavedBits.WhyOthers is null,
        Limits = new WorkerLimits(parsed.GetValue(cellTimeout), parsed.GetValue(memory)),
        NotebookTimeout = parsed.GetValue(timeout),
        Verbose = parsed.GetValue(verbose),
    };
}
