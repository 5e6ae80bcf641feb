namespace Unrolled.NotebookHost.Workers;

/// <summary>Could this text run as it is, or is there more to come?</summary>
internal sealed record CompletenessRequest(string Source) : WorkerRequest;
