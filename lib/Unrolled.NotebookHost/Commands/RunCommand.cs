using System.CommandLine;
using Spectre.Console;
using Unrolled.NotebookHost.Documents;
using Unrolled.NotebookHost.Reports;
using Unrolled.NotebookHost.Running;
using Unrolled.NotebookHost.Running.Parameters;
using Unrolled.NotebookHost.Running.Requirements;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled run</c>: runs notebooks and says what failed where.</summary>
internal sealed class RunCommand
{
    private const int RedirectedWidth = 160;

    private readonly Argument<string[]> notebooks = new("notebooks")
    {
        Description = "Notebooks or folders of notebooks; without any, the repository's folder notebooks/.",
        Arity = ArgumentArity.ZeroOrMore,
        HelpName = "NOTEBOOK|FOLDER",
    };

    private readonly Option<bool> noBuild = new("--no-build") { Description = "Do not build what the notebooks reference first." };
    private readonly Option<bool> save = new("--save") { Description = "Write the outputs into the notebooks that succeed." };
    private readonly Option<string> outputFolder = new("--output-dir")
    {
        Description = "Write executed copies there, of notebooks that fail too.",
        HelpName = "DIR",
    };

    private readonly Option<int> jobs = new("--jobs", "-j")
    {
        Description = "How many notebooks run at a time. One by default: a notebook's own code uses every core, and its times are then its own.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string> report = new("--report") { Description = "Write a JUnit XML report.", HelpName = "FILE" };
    private readonly Option<ParameterValue[]> parameters = new("--parameter", "-p")
    {
        Description = "Set a variable of the cell tagged 'parameters'. Repeatable.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = OptionParsers.Parameters,
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

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Show what cells show while they run." };

    private static bool IsContinuousIntegration => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        RunCommand run = new();
        Command command = new("run", "Runs notebooks, each in a process of its own, and reports what failed where.")
        {
            run.notebooks, run.noBuild, run.save, run.outputFolder, run.jobs, run.report,
            run.parameters, run.cellTimeout, run.timeout, run.memory, run.verbose,
        };
        command.SetAction((parsed, _) => run.RunAsync(parsed));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        string currentFolder = Environment.CurrentDirectory;
        using Interruption interruption = new();
        try
        {
            IReadOnlyList<NotebookSource> sources = NotebookFinder.Find(parsed.GetValue(notebooks) ?? [], currentFolder);
            IAnsiConsole console = CreateConsole();
            IReadOnlyList<NotebookReport> reports = await WithProgressAsync(parsed, console, observer =>
                new NotebookBatch(Options(parsed), new RestoreProbe(), observer).RunAsync(sources, interruption.Token));
            new RunSummary(console, currentFolder).Write(reports);
            WriteReport(parsed.GetValue(report), reports);
            return interruption.Token.IsCancellationRequested ? ExitCodes.Interrupted
                : reports.Any(notebook => notebook.Outcome == NotebookOutcome.Failed) ? ExitCodes.Failure
                : ExitCodes.Success;
        }
        catch (UsageException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCodes.Usage;
        }
    }

    private static void WriteReport(string? file, IReadOnlyList<NotebookReport> reports)
    {
        if (file is null)
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            AtomicFile.WriteAllText(file, JUnitReport.Write(reports));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--report {file}: {exception.Message}");
        }
    }

    private static IAnsiConsole CreateConsole()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Create(new AnsiConsoleSettings { Interactive = IsContinuousIntegration ? InteractionSupport.No : InteractionSupport.Detect });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = RedirectedWidth;
        return console;
    }

    private Task<T> WithProgressAsync<T>(ParseResult parsed, IAnsiConsole console, Func<IRunObserver, Task<T>> work)
    {
        bool several = parsed.GetValue(jobs) > 1;
        bool live = console.Profile.Capabilities is { Interactive: true, Ansi: true };
        CellEcho? echo = parsed.GetValue(verbose)
            ? new CellEcho(live ? line => console.WriteLine(line) : Console.Out.WriteLine, several)
            : null;
        return live ? LiveProgress.ShowAsync(console, echo, work) : work(new PlainProgress(Console.Out, echo));
    }

    private RunOptions Options(ParseResult parsed) => new()
    {
        Build = !parsed.GetValue(noBuild),
        Save = parsed.GetValue(save),
        OutputFolder = parsed.GetValue(outputFolder),
        Jobs = parsed.GetValue(jobs),
        Parameters = parsed.GetValue(parameters) ?? [],
        Limits = new WorkerLimits(parsed.GetValue(cellTimeout), parsed.GetValue(memory)),
        NotebookTimeout = parsed.GetValue(timeout),
    };
}
