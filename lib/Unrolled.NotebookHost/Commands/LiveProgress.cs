using Spectre.Console;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Progress as bars that move, for a terminal.</summary>
internal sealed class LiveProgress(IAnsiConsole console, ProgressContext bars, CellEcho? echo) : IRunObserver
{
    private readonly Lock gate = new();
    private readonly Dictionary<NotebookSource, ProgressTask> tasks = [];
    private readonly Dictionary<NotebookSource, string> cells = [];
    private ProgressTask? building;

    /// <summary>Shows bars on a console while work is done.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, CellEcho? echo, Func<IRunObserver, Task<T>> work) =>
        console.Progress()
            .HideCompleted(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new ElapsedTimeColumn())
            .StartAsync(bars => work(new LiveProgress(console, bars, echo)));

    public void BuildStarted(string project)
    {
        lock (gate)
        {
            building = bars.AddTask($"building {Path.GetFileName(project).EscapeMarkup()}");
            building.IsIndeterminate = true;
        }
    }

    public void NotebookStarted(NotebookSource notebook, int cellCount)
    {
        lock (gate)
        {
            building?.StopTask();
            tasks[notebook] = bars.AddTask(notebook.Name.EscapeMarkup(), maxValue: Math.Max(1, cellCount));
        }
    }

    public void CellStarted(NotebookSource notebook, int number, TimeSpan elapsed)
    {
        lock (gate)
        {
            ProgressTask task = tasks[notebook];
            task.Description = cells[notebook] = $"{notebook.Name.EscapeMarkup()} cell {number} of {task.MaxValue:0}";
            task.Value = number - 1;
        }
    }

    public void CellShowed(NotebookSource notebook, CellOutput shown)
    {
        lock (gate)
        {
            if (shown is ProgressOutput { Text: var line })
                tasks[notebook].Description = $"{cells[notebook]}{(line == "" ? "" : $": {line.EscapeMarkup()}")}";
            echo?.Show(notebook, shown);
        }
    }

    public void CellFinished(NotebookSource notebook, CellReport cell)
    {
        lock (gate)
            echo?.Finish(notebook);
    }

    public void NotebookFinished(NotebookReport report)
    {
        lock (gate)
        {
            // Finished notebooks scroll away above the bars, so that only running ones have a bar.
            console.WriteLine(
                $"{report.Notebook.Name}: {RunSummary.Word(report)}, {TerminalText.Seconds(report.Elapsed)}");
            if (tasks.Remove(report.Notebook, out ProgressTask? task))
                task.StopTask();
        }
    }
}
