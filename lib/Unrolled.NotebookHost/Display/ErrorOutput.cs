namespace Unrolled.NotebookHost.Display;

/// <summary>Why a cell failed, as it stands in the notebook.</summary>
/// <param name="Name">The exception's type, <c>CompilationError</c>, or another name that says what kind of failure it is.</param>
/// <param name="Message">One sentence; for a compilation error the first diagnostic.</param>
/// <param name="Traceback">Lines to show, every diagnostic or the stack in the cell's own terms, without the host's frames.</param>
/// <param name="Line">The 1-based line of the cell that failed, where it is known.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback, int? Line) : CellOutput;
