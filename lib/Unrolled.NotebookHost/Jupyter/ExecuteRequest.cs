namespace Unrolled.NotebookHost.Jupyter;

/// <summary>Run a cell.</summary>
/// <param name="Code">Its text.</param>
/// <param name="Silent">Whether nothing of it is shown.</param>
/// <param name="StoreHistory">Whether the history keeps it.</param>
/// <param name="UserExpressions">Expressions to evaluate when it has succeeded, by the names of their answers.</param>
/// <param name="AllowStdin">Whether the front end can ask its user for a line.</param>
/// <param name="ExecutionCount">The number that the front end shows beside the cell.</param>
internal sealed record ExecuteRequest(
    string Code,
    bool Silent,
    bool StoreHistory,
    IReadOnlyDictionary<string, string> UserExpressions,
    bool AllowStdin,
    int ExecutionCount) : KernelRequest;
