namespace Unrolled.NotebookHost.Checking;

/// <summary>Something that at least one C# kernel does not understand.</summary>
/// <param name="Line">The 1-based line of the cell; null where the whole cell or notebook is meant.</param>
/// <param name="Message">What it is, which kernel fails, and what to write.</param>
internal sealed record DialectProblem(int? Line, string Message);
