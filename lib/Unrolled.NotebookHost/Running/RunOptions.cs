using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Running;

/// <summary>The options of a run.</summary>
internal sealed record RunOptions
{
    /// <summary>Whether to build what the notebooks reference first.</summary>
    public bool Build { get; init; } = true;

    /// <summary>Whether to write the outputs into the notebooks.</summary>
    public bool Save { get; init; }

    /// <summary>Whether to draw figures again whose data are as they were saved.</summary>
    public bool Redraw { get; init; }

    /// <summary>A folder for executed copies; null for none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>A folder of executed copies to take instead of running anything; null to run the notebooks.</summary>
    public string? ExecutedFolder { get; init; }

    /// <summary>How many notebooks run at a time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Values for the cells tagged <c>parameters</c>.</summary>
    public IReadOnlyList<ParameterValue> Parameters { get; init; } = [];

    /// <summary>
    /// Whether a claim that does not hold fails its notebook: where the same bits as those saved are promised.
    /// </summary>
    public bool ClaimsMustHold { get; init; } = true;

    /// <summary>The limits of a notebook's process.</summary>
    public WorkerLimits Limits { get; init; } = new();

    /// <summary>The time for one notebook; null for no limit.</summary>
    public TimeSpan? NotebookTimeout { get; init; }

    /// <summary>Whether to show what cells show while they run.</summary>
    public bool Verbose { get; init; }
}
