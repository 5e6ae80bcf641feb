namespace Unrolled.NotebookHost.Jupyter;

/// <summary>What could stand at the cursor?</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="CursorPos">The cursor, in code points.</param>
internal sealed record CompleteRequest(string Code, int CursorPos) : KernelRequest;
