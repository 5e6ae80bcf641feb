using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Progress as lines, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter output, CellEcho? echo) : IRunObserver
{
    private readonly Lock gate = new();
    private readonly Dictionary<NotebookSource, int> cellCounts = [];

    public void BuildStarted(string project)
    {
        lock (gate)
            output.WriteLine($"building {ShownPath.Of(project, Environment.CurrentDirectory)}");
    }

    public void NotebookStarted(NotebookSource notebook, int cellCount)
    {
        lock (gate)
            cellCounts[notebook] = cellCount;
    }

    public void CellStarted(NotebookSource notebook, int number, TimeSpan elapsed)
    {
        lock (gate)
            output.WriteLine(
                $"{notebook.Name}: cell {number} of {cellCounts[notebook]}, {TerminalText.Seconds(elapsed)}");
    }

    public void CellShowed(NotebookSource notebook, CellOutput shown)
    {
        lock (gate)
            echo?.Show(notebook, shown);
    }

    public void CellFinished(NotebookSource notebook, CellReport cell)
    {
        lock (gate)
            echo?.Finish(notebook);
    }

    public void NotebookFinished(NotebookReport report)
    {
        lock (gate)
            output.WriteLine(
                $"{report.Notebook.Name}: {RunSummary.Word(report)}, {TerminalText.Seconds(report.Elapsed)}");
    }
}
