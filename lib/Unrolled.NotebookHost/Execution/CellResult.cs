using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>How a cell ended.</summary>
/// <param name="Error">Why it failed, already published as an output; null when it succeeded.</param>
public sealed record CellResult(ErrorOutput? Error)
{
    /// <summary>A cell that ran to its end.</summary>
    public static CellResult Success { get; } = new((ErrorOutput?)null);

    /// <summary>True when nothing went wrong.</summary>
    public bool Succeeded => Error is null;
}
