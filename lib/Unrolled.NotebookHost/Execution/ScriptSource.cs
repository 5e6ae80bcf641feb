namespace Unrolled.NotebookHost.Execution;

/// <summary>A text that runs: a cell, or a file that a cell imports.</summary>
/// <param name="Name">What errors call it: <c>cell 3</c>, <c>setup.csx</c>.</param>
/// <param name="Text">The whole text, directives included.</param>
/// <param name="Directory">What relative paths in its directives start from: the folder that the file stands in.</param>
/// <param name="FilePath">The full path of an imported file; null for a cell.</param>
internal sealed record ScriptSource(string Name, string Text, string Directory, string? FilePath = null)
{
    /// <summary>A path of one of this text's directives, made absolute.</summary>
    public string Resolve(string path) => Path.GetFullPath(Path.Combine(Directory, path));
}
