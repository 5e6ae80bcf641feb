using System.Globalization;
using Spectre.Console;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>The result of a run: the failures in full, the skips with their reasons, then a table.</summary>
internal sealed class RunSummary(IAnsiConsole console)
{
    private const int OtherColumns = 50;

    /// <summary>The outcome of a notebook in one word.</summary>
    public static string Word(NotebookReport report) => report.Outcome switch
    {
        NotebookOutcome.Passed => "passed",
        NotebookOutcome.Failed => "failed",
        NotebookOutcome.Skipped => "skipped",
        _ => "interrupted",
    };

    /// <summary>The place and the reason of a cell's failure in one line.</summary>
    public static string Headline(NotebookReport report, CellReport cell)
    {
        string id = cell.Id.Length > 0 ? $" (id {cell.Id})" : "";
        string line = cell.Error!.Line is { } number ? $", line {number}" : "";
        return $"{report.Notebook.Name}: cell {cell.Number}{id}{line}: {cell.Error.Name}: {cell.Error.Message}";
    }

    /// <summary>Writes the summary.</summary>
    public void Write(IReadOnlyList<NotebookReport> reports)
    {
        NotebookReport[] begun = [.. reports.Where(report => report.HasBegun)];
        foreach (NotebookReport report in begun)
            WriteDetail(report);
        if (begun.Length > 0)
            WriteTable(begun);
        if (begun.Length < reports.Count)
            WriteLine($"{reports.Count - begun.Length} of {reports.Count} not started");
    }

    private void WriteDetail(NotebookReport report)
    {
        if (report.FailedCell is { } cell)
            WriteFailure(report, cell);
        foreach (ClaimReport claim in report.Claims.Where(
            claim => claim.Outcome is ClaimOutcome.Fails or ClaimOutcome.Differs))
            foreach (string line in ClaimText.Lines(report, claim))
                WriteLine(line);
        if (report.Reason is { } reason)
            WriteLine(reason.StartsWith(report.Notebook.Name, StringComparison.Ordinal)
                ? reason
                : $"{report.Notebook.Name}: {Word(report)}: {reason}");
        else if (report.Outcome == NotebookOutcome.Interrupted)
            WriteLine(
                $"{report.Notebook.Name}: interrupted at "
                + $"cell {report.Cells.First(cell => cell.Outcome == CellOutcome.NotRun).Number}");
    }

    private void WriteFailure(NotebookReport report, CellReport cell)
    {
        WriteLine("");
        WriteLine(Headline(report, cell));
        string[] traceback = [.. cell.Error!.Traceback.SelectMany(entry => entry.TrimEnd().Split('\n'))
            .SkipWhile(line => RepeatsHeadline(line, cell.Error))];
        // A compiler's error shows the line itself, with a mark below the place.
        if (cell.ErrorLine is { } source && !traceback.Any(line => line.Trim() == source.Trim()))
            WriteLine($"  {cell.Error.Line} | {source}");
        foreach (string line in traceback)
            WriteLine("  " + line);
    }

    private static bool RepeatsHeadline(string line, ErrorOutput error) =>
        line.StartsWith(error.Name + ":", StringComparison.Ordinal)
        || error.Message.Split('\n').Any(part => line.EndsWith(part, StringComparison.Ordinal));

    private void WriteTable(IReadOnlyList<NotebookReport> reports)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("notebook").NoWrap())
            .AddColumn("result")
            .AddColumn(new TableColumn("cells").RightAligned())
            .AddColumn(new TableColumn("time").RightAligned());
        foreach (NotebookReport report in reports)
            table.AddRow(
                report.Notebook.Name.EscapeMarkup(),
                $"[{Colour(report)}]{Word(report)}[/]",
                $"{report.CellsPassed}/{report.Cells.Count}",
                TerminalText.Seconds(report.Elapsed));
        // A terminal breaks a line that is too long for it at its end; a table breaks the names.
        console.Profile.Width = Math.Max(
            console.Profile.Width, reports.Max(report => report.Notebook.Name.Length) + OtherColumns);
        console.Write(table);
    }

    private static string Colour(NotebookReport report) => report.Outcome switch
    {
        NotebookOutcome.Passed => "green",
        NotebookOutcome.Failed => "red",
        _ => "yellow",
    };

    // Not through the console's own layout, which would wrap lines that someone wants to search for.
    private void WriteLine(string line) => console.Profile.Out.Writer.WriteLine(EscapeSequences.Remove(line));
}

/// <summary>Texts that the reports share.</summary>
internal static class TerminalText
{
    /// <summary>A duration in seconds: <c>0.4 s</c>.</summary>
    public static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
