namespace Unrolled.NotebookHost.Running;

/// <summary>What became of a code cell.</summary>
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
