namespace Unrolled.NotebookHost.Display;

/// <summary>Removes what the cell has shown so far.</summary>
/// <param name="Wait">True to keep it until something new arrives.</param>
public sealed record ClearOutput(bool Wait) : CellOutput;
