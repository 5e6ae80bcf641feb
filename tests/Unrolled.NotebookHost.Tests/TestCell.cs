namespace Unrolled.NotebookHost.Tests;

/// <summary>A code cell to write into a notebook.</summary>
internal sealed record TestCell(string Source, params string[] Tags)
{
    public static implicit operator TestCell(string source) => new(source);
}
