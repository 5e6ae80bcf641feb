namespace Unrolled.Notebooks.Tests;

/// <summary>The book of the whole series, published once for all tests that look at it.</summary>
public sealed class PublishedBook(ExecutedSeries series) : IAsyncLifetime
{
    /// <summary>Where it stands.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("unrolled-book-").FullName;

    /// <summary>How the command ended.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What the command printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Its first page.</summary>
    public string Index => Path.Combine(Folder, "index.html");

    /// <summary>The page of a notebook.</summary>
    public string Page(string notebook) => Path.Combine(Folder, Address(notebook));

    /// <summary>The way from the first page to that of a notebook.</summary>
    public string Address(string notebook) =>
        Path.ChangeExtension(Path.GetRelativePath("notebooks", notebook), ".html").Replace('\\', '/');

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        string executed = await series.ExecuteAllAsync();
        (ExitCode, string published) =
            await UnrolledCommand.RunAsync("book", "--executed", series.Folder, "--output", Folder);
        Output = executed + published;
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
