namespace Unrolled.Notebooks.Tests;

/// <summary>The book of the whole series, executed and published once for all tests that look at it.</summary>
public sealed class PublishedBook : IAsyncLifetime
{
    /// <summary>Where it stands.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("unrolled-book-").FullName;

    /// <summary>How the command ended.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What the command printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>The page of a notebook, or of the index.</summary>
    public string Page(string name) => Path.Combine(Folder, Path.ChangeExtension(Path.GetFileName(name), ".html"));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        BuildFreshness.Require();
        (ExitCode, Output) = await UnrolledCommand.RunAsync("book", "--no-build", "--output", Folder);
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
