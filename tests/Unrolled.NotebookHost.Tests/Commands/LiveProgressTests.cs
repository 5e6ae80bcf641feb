using Spectre.Console;
using Unrolled.NotebookHost.Commands;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Commands;

public sealed class LiveProgressTests
{
    [Fact]
    public async Task The_line_of_a_long_training_stands_behind_its_cell()
    {
        NotebookSource notebook = new("/a.ipynb", "a.ipynb", "a.ipynb");
        using StringWriter screen = new();

        await LiveProgress.ShowAsync(Terminal(screen), echo: null, observer =>
        {
            observer.NotebookStarted(notebook, 1);
            observer.CellStarted(notebook, 1, TimeSpan.Zero);
            observer.CellShowed(notebook, new ProgressOutput("step 3 of 9, loss [0.5]"));
            return Task.FromResult(0);
        });

        Assert.Contains("a.ipynb cell 1 of 1: step 3 of 9, loss [0.5]", EscapeSequences.Remove(screen.ToString()));
    }

    [Fact]
    public async Task What_has_ended_stays_on_the_terminal_in_order_names_with_brackets_too()
    {
        NotebookSource first = new("/a[1].ipynb", "a[1].ipynb", "a[1].ipynb");
        NotebookSource second = new("/b.ipynb", "b.ipynb", "b.ipynb");
        using StringWriter screen = new();

        await LiveProgress.ShowAsync(Terminal(screen), echo: null, observer =>
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

    private static IAnsiConsole Terminal(TextWriter screen)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(screen),
        });
        console.Profile.Width = 160;
        return console;
    }
}
