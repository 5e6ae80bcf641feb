namespace Unrolled.NotebookHost.Jupyter;

/// <summary>Should Enter run this text, or start its next line?</summary>
/// <param name="Code">The text.</param>
internal sealed record IsCompleteRequest(string Code) : KernelRequest;
