using System.Text.RegularExpressions;
using Spectre.Console;
using Unrolled.NotebookHost.Commands;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Commands;

public sealed class RunSummaryTests
{
    [Theory]
    [InlineData("03-learning-through-time.ipynb")]
    [InlineData("notebooks/solutions/04-vanishing-and-exploding-gradients.ipynb")]
    [InlineData("notebooks/a[1]/a-notebook-with-a-name-that-is-longer-than-a-line-of-the-terminal-has-places.ipynb")]
    public void No_name_is_broken_on_a_terminal_of_eighty_columns(string name)
    {
        NotebookReport report = new(
            new NotebookSource("/" + name, name, name), NotebookOutcome.Passed,
            [.. Enumerable.Range(1, 48).Select(i => new CellReport(i, "", "1", CellOutcome.Passed))]);

        Assert.Matches($@"{Regex.Escape(name)} +passed +48/48 +0\.0 s", Summary(report));
    }

    [Fact]
    public void What_was_interrupted_before_it_began_is_counted_and_not_listed()
    {
        NotebookReport[] reports =
        [
            .. from name in (string[])["a.ipynb", "b.ipynb", "c.ipynb"]
               select new NotebookReport(
                   new NotebookSource("/" + name, name, name),
                   name == "a.ipynb" ? NotebookOutcome.Passed : NotebookOutcome.Interrupted, [],
                   Reason: name == "a.ipynb" ? null : NotebookReport.NotStarted),
        ];

        string summary = Summary(reports);

        Assert.Contains("a.ipynb", summary);
        Assert.DoesNotContain("b.ipynb", summary);
        Assert.EndsWith("2 of 3 not started\n", summary);
    }

    private static string Summary(params NotebookReport[] reports)
    {
        using StringWriter screen = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(screen),
        });
        console.Profile.Width = 80;
        new RunSummary(console).Write(reports);
        return screen.ToString();
    }
}
