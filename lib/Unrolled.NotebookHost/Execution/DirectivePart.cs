namespace Unrolled.NotebookHost.Execution;

/// <summary>A directive line.</summary>
/// <param name="Name">The directive with its sign: <c>#!import</c>, <c>#r</c>.</param>
/// <param name="Argument">What follows the name, trimmed.</param>
/// <param name="Body">The text below <c>#!markdown</c> or <c>#!html</c>, up to the next language; empty otherwise.</param>
/// <param name="SourceLine">The line as written.</param>
/// <param name="Line">Its 1-based line.</param>
/// <param name="Column">The 1-based column of the <c>#</c>.</param>
internal sealed record DirectivePart(
    string Name, string Argument, string Body, string SourceLine, int Line, int Column) : CellPart(Line);
