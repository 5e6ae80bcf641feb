using Spectre.Console;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>
/// Runs notebooks with reports to the user: progress while they run, then the failures, the skips and the table.
/// </summary>
internal sealed class NotebookRun
{
    private const int RedirectedWidth = 160;

    private readonly RunOptions options;
    private readonly string currentFolder;
    private readonly IAnsiConsole console = CreateConsole();

    public NotebookRun(RunOptions options, string currentFolder)
    {
        this.options = options;
        this.currentFolder = currentFolder;
    }

    private static bool IsContinuousIntegration => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>Runs the notebooks.</summary>
    /// <returns>A report for each, in the order given.</returns>
    /// <exception cref="UsageException">The options do not fit the notebooks; none has run.</exception>
    public async Task<IReadOnlyList<NotebookReport>> RunAsync(
        IReadOnlyList<NotebookSource> notebooks, CancellationToken cancellationToken)
    {
        await using FigurePainter painter = new();
        IReadOnlyList<NotebookReport> reports = await WithProgressAsync(observer =>
            new NotebookBatch(options, new RestoreProbe(), painter, observer).RunAsync(notebooks, cancellationToken));
        new RunSummary(console, currentFolder).Write(reports);
        return reports;
    }

    /// <summary>The exit code of a run.</summary>
    public static int ExitCode(IReadOnlyList<NotebookReport> reports, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted
        : reports.Any(notebook => notebook.Outcome == NotebookOutcome.Failed) ? ExitCodes.Failure
        : ExitCodes.Success;

    private static IAnsiConsole CreateConsole()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Create(
                new AnsiConsoleSettings
                {
                    Interactive = IsContinuousIntegration ? InteractionSupport.No : InteractionSupport.Detect,
                });
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = RedirectedWidth;
        return console;
    }

    private Task<T> WithProgressAsync<T>(Func<IRunObserver, Task<T>> work)
    {
        bool live = console.Profile.Capabilities is { Interactive: true, Ansi: true };
        CellEcho? echo = options.Verbose
            ? new CellEcho(
                live ? line => console.WriteLine(line) : Console.Out.WriteLine, nameNotebooks: options.Jobs > 1)
            : null;
        return live ? LiveProgress.ShowAsync(console, echo, work) : work(new PlainProgress(Console.Out, echo));
    }
}
