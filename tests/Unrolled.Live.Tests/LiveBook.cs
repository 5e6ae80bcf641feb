using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Live.Tests;

/// <summary>
/// The notebooks of the series as pages whose cells run, made of what is saved in them: nothing has been executed. Where
/// the build could not restore the runtime, there are none.
/// </summary>
public sealed class LiveBook : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LiveBook()
    {
        if (Runtime is null)
            return;
        Edition = BookBuilder.Build(new BookSource("Unrolled", "", [.. Notebooks.Select(Read)]) { Live = Runtime });
        EditionPublisher.Publish(Edition, folder.Path);
    }

    /// <summary>The clone's root.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The runtime as it is built; null where it could not be restored.</summary>
    public static LiveRuntime? Runtime { get; } = LiveRuntime.At(Path.Combine(Root, "artifacts", "live"));

    /// <summary>The chapters in reading order, as full paths.</summary>
    public static IReadOnlyList<string> Notebooks { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)];

    /// <summary>All files; null where the runtime is missing.</summary>
    public Edition? Edition { get; }

    /// <summary>The book's folder.</summary>
    public string Folder => folder.Path;

    /// <summary>The address of a chapter's page in the file system.</summary>
    public string Address(string notebook) =>
        new Uri(Path.Combine(folder.Path, Path.ChangeExtension(Path.GetFileName(notebook), ".html"))).AbsoluteUri;

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    // The sentences are marked, so that the page can evaluate them.
    private static ExecutedNotebook Read(string path)
    {
        Notebook notebook = Notebook.Load(path);
        return new ExecutedNotebook(path, notebook)
        {
            Sentences =
            [
                .. notebook.Cells.SelectMany(cell => Claim.Of(cell, path)
                    .Select(claim => new TestedSentence(cell.Id, claim.Says, claim.Holds, [], claim.Seeds, Holds: true))),
            ],
        };
    }

    private static string FindRoot(string start)
    {
        DirectoryInfo? folder = new(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Unrolled.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No folder above {start} holds Unrolled.slnx.");
    }
}
