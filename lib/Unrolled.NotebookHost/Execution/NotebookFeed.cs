namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// The places that a notebook's packages come from: the NuGet configuration of its folder, and the sources that its
/// cells add with <c>#i</c>.
/// </summary>
/// <param name="Folder">The notebook's folder.</param>
/// <param name="Added">The added sources, one a line.</param>
internal sealed record NotebookFeed(string Folder, string Added = "")
{
    /// <summary>The feed of a notebook that has not run: its text names the sources.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="cells">The texts of its code cells.</param>
    public static NotebookFeed Of(string folder, IEnumerable<string> cells) => new(
        folder,
        string.Join('\n', cells
            .SelectMany(cell => CellSplitter.Split(cell).OfType<DirectivePart>())
            .Where(part => part.Name == "#i" && part.Argument != "")
            .Select(part => PackageSource.Of(
                part.Argument.Trim('"', ' '), path => Path.GetFullPath(Path.Combine(folder, path))))
            .Distinct()));

    /// <summary>A restorer of packages from this feed.</summary>
    public PackageRestorer CreateRestorer()
    {
        PackageRestorer restorer = new(Folder);
        foreach (string source in Added.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            restorer.AddSource(source);
        return restorer;
    }
}
