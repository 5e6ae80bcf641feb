namespace Unrolled.NotebookHost.Execution;

/// <summary>C# between two directives.</summary>
/// <param name="Text">
/// The whole text with everything outside this part blanked, so that lines and columns are the cell's own.
/// </param>
/// <param name="Line">The 1-based line on which it begins.</param>
internal sealed record CodePart(string Text, int Line) : CellPart(Line);
