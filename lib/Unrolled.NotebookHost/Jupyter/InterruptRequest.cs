namespace Unrolled.NotebookHost.Jupyter.Messages;

/// <summary>Stop the running cell. It has no reply.</summary>
internal sealed record InterruptRequest : KernelRequest;
