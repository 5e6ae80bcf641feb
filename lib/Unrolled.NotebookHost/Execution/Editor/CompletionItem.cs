namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>Something that could stand at a place.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>class</c>, <c>keyword</c>, …</param>
/// <param name="Signature">How it is used: a method's parameters, a variable's type; empty where the text says it all.</param>
internal sealed record CompletionItem(string Text, string Kind, string Signature = "");
