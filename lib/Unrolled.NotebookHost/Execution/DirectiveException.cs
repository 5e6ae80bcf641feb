namespace Unrolled.NotebookHost.Execution;

/// <summary>A directive that cannot do what it says; the message names what was wrong and what was expected.</summary>
internal sealed class DirectiveException(string message) : Exception(message);
