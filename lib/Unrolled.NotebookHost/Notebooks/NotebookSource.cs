namespace Unrolled.NotebookHost.Notebooks;

/// <summary>A notebook to run.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Name">What reports call it: its path from the current folder.</param>
/// <param name="OutputPath">Where it goes below an output folder.</param>
internal sealed record NotebookSource(string Path, string Name, string OutputPath)
{
    /// <summary>The folder that it stands in, which is the working directory of its cells.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
