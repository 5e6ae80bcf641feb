namespace Unrolled.NotebookHost.Execution;

/// <summary>A variable that a cell declared at its top level.</summary>
internal sealed record ScriptVariable(string Name, Type Type, object? Value);
