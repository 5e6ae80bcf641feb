namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// One run of the real command over every <see cref="FailureCase"/>, a healthy notebook before and one behind them.
/// </summary>
public sealed class FailureRun : IAsyncLifetime
{
    private readonly Dictionary<string, string> before = [];

    internal TemporaryFolder Folder { get; } = new();

    internal CommandResult Result { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Folder.WriteEmptyFeed();
        Folder.WriteNotebook("a-healthy.ipynb", "1 + 1");
        foreach ((string name, FailureCase failure) in FailureCase.All)
            before[name] = await File.ReadAllTextAsync(
                Folder.WriteNotebook(Notebook(name), "\"fine\"", failure.Source, "\"never\""));
        Folder.WriteNotebook("z-healthy.ipynb", "2 + 2");
        Result = await UnrolledCommand.RunAsync(Folder, "run", ".", "--save", "--memory", "300MB");
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The file of a case.</summary>
    internal static string Notebook(string name) => $"case-{name}.ipynb";

    /// <summary>Its text before the run.</summary>
    internal string Before(string name) => before[name];

    /// <summary>The command's report of a case's failure: from its headline to the next empty line.</summary>
    internal string Report(string name)
    {
        int start = Result.Output.IndexOf($"\n{Notebook(name)}: cell 2 (id", StringComparison.Ordinal) + 1;
        Assert.True(start > 0, $"No word of {name} in:\n{Result.Output}");
        int end = Result.Output.IndexOf("\n\n", start, StringComparison.Ordinal);
        return Result.Output[start..(end < 0 ? Result.Output.Length : end)];
    }
}
