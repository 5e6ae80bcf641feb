namespace Unrolled.NotebookHost.Execution;

/// <summary>Makes the session that runs a notebook's cells.</summary>
internal static class CellSessions
{
    /// <summary>A fresh session.</summary>
    /// <param name="folder">The notebook's folder: relative paths in directives start there.</param>
    public static ICellSession Create(string folder) => new CSharpSession(new SessionOptions(folder));
}
