namespace Unrolled.NotebookHost.Notebooks;

/// <summary>The three kinds of cell that nbformat 4 knows.</summary>
public enum CellKind
{
    /// <summary>C# that runs.</summary>
    Code,

    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Text for a converter, passed through untouched.</summary>
    Raw,
}
