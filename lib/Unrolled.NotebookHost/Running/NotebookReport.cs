using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>The report of a notebook.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Cells">Its code cells in order; empty where it was not opened.</param>
/// <param name="Elapsed">How long it ran.</param>
/// <param name="Reason">Why it failed or was skipped, where no single cell is the cause.</param>
/// <param name="Document">
/// The notebook with its outputs, or as it was read where it did not run; null where it could not be read.
/// </param>
internal sealed record NotebookReport(
    NotebookSource Notebook,
    NotebookOutcome Outcome,
    IReadOnlyList<CellReport> Cells,
    TimeSpan Elapsed = default,
    string? Reason = null,
    Notebook? Document = null)
{
    /// <summary>The reason of a notebook that was interrupted before its first cell.</summary>
    public const string NotStarted = "not started";

    /// <summary>False where the user stopped the run before this notebook's first cell.</summary>
    public bool HasBegun => Reason != NotStarted;

    /// <summary>The claims of its prose, in order.</summary>
    public IReadOnlyList<ClaimReport> Claims { get; init; } = [];

    /// <summary>The cell that failed.</summary>
    public CellReport? FailedCell => Cells.FirstOrDefault(cell => cell.Outcome == CellOutcome.Failed);

    /// <summary>How many cells ran without a failure.</summary>
    public int CellsPassed => Cells.Count(cell => cell.Outcome == CellOutcome.Passed);
}

/// <summary>The outcome of a notebook.</summary>
internal enum NotebookOutcome
{
    /// <summary>Every cell ran.</summary>
    Passed,

    /// <summary>A cell failed, or the notebook could not be run.</summary>
    Failed,

    /// <summary>It needs a package that no source here has.</summary>
    Skipped,

    /// <summary>The user stopped the run before it ended.</summary>
    Interrupted,
}
