using System.Text;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The disk of a session in the browser: what the notebooks import and reference, and the repository's data. Its root
/// stands for the repository's, so that relative paths lead where they lead on a reader's own machine.
/// </summary>
internal sealed class LiveLibrary
{
    private const string Root = "/book";
    private const int LargestDataFile = 1_000_000;

    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly string repository;

    private LiveLibrary(string repository) => this.repository = repository;

    /// <summary>Path on the session's disk → content.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>The disk for some notebooks.</summary>
    public static LiveLibrary Of(IReadOnlyList<Chapter> chapters)
    {
        LiveLibrary library = new(RepositoryRoot.Of(Path.GetDirectoryName(chapters[0].NotebookPath)!));
        foreach (Chapter chapter in chapters)
            foreach (NotebookCell cell in chapter.Document.Cells.Where(cell => cell.Kind == CellKind.Code))
                library.AddImports(cell.Source, Path.GetDirectoryName(chapter.NotebookPath)!);
        library.AddData();
        return library;
    }

    /// <summary>Where a file of the repository is on the session's disk.</summary>
    public string PathOf(string path) =>
        $"{Root}/{Path.GetRelativePath(repository, path).Replace(Path.DirectorySeparatorChar, '/')}";

    private void AddImports(string source, string folder)
    {
        foreach (DirectivePart directive in DirectivesOf(source))
        {
            string path = Path.GetFullPath(Path.Combine(folder, directive.Argument.Trim('"')));
            if (directive.Name is "#!import" or "#load" && Path.GetExtension(path) == ".csx" && File.Exists(path)
                && !files.ContainsKey(PathOf(path)))
                AddScript(path);
        }
    }

    // A reference is written as the build knows it; here every library is in one folder.
    private void AddScript(string path)
    {
        string text = File.ReadAllText(path), folder = Path.GetDirectoryName(path)!;
        AddImports(text, folder);
        foreach (DirectivePart reference in DirectivesOf(text).Where(directive => directive.Name == "#r"))
        {
            string written = reference.Argument.Trim('"'), library = Path.GetFullPath(Path.Combine(folder, written));
            if (!File.Exists(library))
                continue;
            string here = $"{Root}/lib/{Path.GetFileName(library)}";
            files[here] = File.ReadAllBytes(library);
            text = text.Replace($"\"{written}\"", $"\"{here}\"", StringComparison.Ordinal);
        }
        files[PathOf(path)] = Encoding.UTF8.GetBytes(text);
    }

    // Recorded tensors are for tests, and larger than all the rest.
    private void AddData()
    {
        DirectoryInfo data = new(Path.Combine(repository, "data"));
        if (!data.Exists)
            return;
        foreach (FileInfo file in data.EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Length <= LargestDataFile && file.Extension is not (".safetensors" or ".cs")))
            files[PathOf(file.FullName)] = File.ReadAllBytes(file.FullName);
    }

    private static IEnumerable<DirectivePart> DirectivesOf(string source) =>
        CellSplitter.Split(source).OfType<DirectivePart>();
}
