namespace Unrolled.NotebookHost.Workers;

/// <summary>What stands here?</summary>
/// <param name="Source">The cell's text.</param>
/// <param name="Position">The place in it, in UTF-16 units.</param>
/// <param name="InDetail">Whether overloads and remarks are wanted too.</param>
internal sealed record InspectionRequest(string Source, int Position, bool InDetail) : WorkerRequest;
