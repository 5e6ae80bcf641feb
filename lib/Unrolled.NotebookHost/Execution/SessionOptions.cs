namespace Unrolled.NotebookHost.Execution;

/// <summary>What a <see cref="CSharpSession"/> needs to know of its notebook.</summary>
/// <param name="NotebookDirectory">
/// The folder that relative paths in the cells' directives start from, and whose NuGet configuration counts.
/// </param>
/// <param name="ReadLine">
/// Asks the notebook's reader for a line; null from it is the end of the input. Null where nobody can be asked: then a
/// cell that reads from the console fails.
/// </param>
internal sealed record SessionOptions(string NotebookDirectory, Func<string?>? ReadLine = null);
