namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>What is known of something that a cell names.</summary>
/// <param name="Signatures">How it is declared; a method's overloads one by one.</param>
/// <param name="Text">Its documentation as plain text, in paragraphs; empty where there is none.</param>
/// <param name="Value">A variable's value on one line; null for everything else.</param>
internal sealed record Inspection(IReadOnlyList<string> Signatures, string Text, string? Value = null);
