namespace Unrolled.NotebookHost.Execution;

/// <summary>One frame of a stack.</summary>
/// <param name="Text">The method and where it stands.</param>
/// <param name="SourceName">The cell or imported file that the frame stands in; null for libraries.</param>
/// <param name="Line">The 1-based line there, where it is known.</param>
internal sealed record StackLine(string Text, string? SourceName, int? Line);
