namespace Unrolled.NotebookHost.Jupyter;

/// <summary>What stands at the cursor?</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="CursorPos">The cursor, in code points.</param>
/// <param name="DetailLevel">1 where more than the usual is wanted.</param>
internal sealed record InspectRequest(string Code, int CursorPos, int DetailLevel) : KernelRequest;
