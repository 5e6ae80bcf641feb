namespace Unrolled.NotebookHost.Running;

/// <summary>What became of a notebook.</summary>
internal enum NotebookOutcome
{
    /// <summary>Every cell ran.</summary>
    Passed,

    /// <summary>A cell failed, or the notebook could not be run.</summary>
    Failed,

    /// <summary>It needs a package that cannot be had here.</summary>
    Skipped,

    /// <summary>The user stopped the run before it ended.</summary>
    Interrupted,
}
