namespace Unrolled.NotebookHost.Workers;

/// <summary>A question about the notebook's language could not be answered.</summary>
/// <param name="Reason">Why.</param>
internal sealed record RefusedReply(string Reason) : WorkerReply;
