using Spectre.Console;
using Unrolled.NotebookHost.Commands;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Commands;

public sealed class LiveProgressTests
{
    [Fact]
    public async Task What_has_ended_stays_on_the_terminal_in_order_names_with_brackets_too()
    {
        NotebookSource first = new("/a[1].ipynb", "a[1].ipynb", "a[1].ipynb");
        NotebookSource second = new("/b.ipynb", "b.ipynb", "b.ipynb");
        using StringWriter screen = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(screen),
        });

        await LiveProgress.ShowAsync(console, echo: null, observer =>
        {
            observer.BuildStarted("/b[1].csproj");
            observer.NotebookStarted(first, 1);
            observer.CellStarted(first, 1, TimeSpan.Zero);
            observer.CellFinished(first, new CellReport(1, "", "1", CellOutcome.Passed));
            observer.NotebookFinished(new NotebookReport(first, NotebookOutcome.Passed, []));
            observer.NotebookFinished(new NotebookReport(second, NotebookOutcome.Skipped, []));
            return Task.FromResult(0);
        });

        Assert.Equal(
            ["a[1].ipynb: passed, 0.0 s", "b.ipynb: skipped, 0.0 s"],
            EscapeSequences.Remove(screen.ToString())
                .Split('\n').Where(line => line.Contains(", 0.0 s")).Select(line => line.Trim()));
    }
}
