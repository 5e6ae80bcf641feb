namespace Unrolled.NotebookHost.Jupyter;

/// <summary>What the user typed when a cell read from the console.</summary>
/// <param name="Value">The line; null for the end of the input.</param>
internal sealed record InputReply(string? Value) : KernelRequest;
