namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>Whether a text could run as it is.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Indent">Of an incomplete text: the blanks that its next line begins with.</param>
internal sealed record Completeness(CompletenessStatus Status, string Indent = "");
