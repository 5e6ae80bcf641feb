namespace Unrolled.NotebookHost.Jupyter;

/// <summary>Stop the running cell. It has no reply.</summary>
internal sealed record InterruptRequest : KernelRequest;
