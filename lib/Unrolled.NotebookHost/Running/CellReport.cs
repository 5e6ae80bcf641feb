using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Running;

/// <summary>The report of a code cell.</summary>
/// <param name="Number">Its 1-based number among the notebook's code cells.</param>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Source">Its text.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it ran.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record CellReport(
    int Number, string Id, string Source, CellOutcome Outcome, TimeSpan Elapsed = default, ErrorOutput? Error = null)
{
    /// <summary>The source line that the error names.</summary>
    public string? ErrorLine =>
        Error?.Line is { } line && Source.Split('\n') is { } lines && line >= 1 && line <= lines.Length
            ? lines[line - 1].TrimEnd('\r')
            : null;
}

/// <summary>The outcome of a code cell.</summary>
internal enum CellOutcome
{
    /// <summary>It ran to its end, or raised an exception that its tag expects.</summary>
    Passed,

    /// <summary>It failed, and the notebook with it.</summary>
    Failed,

    /// <summary>It is blank or tagged <c>skip-execution</c>.</summary>
    Skipped,

    /// <summary>The notebook ended before it.</summary>
    NotRun,
}
