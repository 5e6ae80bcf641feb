namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>What the notebook's reader answered to an <see cref="InputReply"/>.</summary>
/// <param name="Line">The line; null for the end of the input.</param>
internal sealed record InputRequest(string? Line) : WorkerRequest;
