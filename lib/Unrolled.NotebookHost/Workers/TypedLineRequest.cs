namespace Unrolled.NotebookHost.Workers;

/// <summary>What the notebook's reader answered to an <see cref="LineWantedReply"/>.</summary>
/// <param name="Line">The line; null for the end of the input.</param>
internal sealed record TypedLineRequest(string? Line) : WorkerRequest;
