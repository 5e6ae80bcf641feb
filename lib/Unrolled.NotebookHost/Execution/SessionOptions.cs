namespace Unrolled.NotebookHost.Execution;

/// <summary>What a <see cref="CSharpSession"/> needs to know of its notebook.</summary>
/// <param name="NotebookDirectory">
/// The folder that relative paths in the cells' directives start from, and whose NuGet configuration counts.
/// </param>
public sealed record SessionOptions(string NotebookDirectory);
