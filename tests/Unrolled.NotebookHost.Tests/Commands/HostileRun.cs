namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// One run of the real command over every <see cref="HostileCell"/> that harms nothing, with a healthy notebook before
/// and one behind them.
/// </summary>
public sealed class HostileRun : IAsyncLifetime
{
    private readonly Dictionary<string, string> before = [];

    internal TemporaryFolder Folder { get; } = new();

    internal CommandResult Result { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Folder.WriteNotebook("a-healthy.ipynb", "1 + 1");
        foreach ((string name, HostileCell cell) in HostileCell.Harmless)
            before[name] = await File.ReadAllTextAsync(
                Folder.WriteNotebook(
                    Notebook(name), $"File.WriteAllText(\"{name}.pid\", Environment.ProcessId + \"\\n\");", cell.Source,
                    "1.5"));
        Folder.WriteNotebook("z-healthy.ipynb", "2 + 2");
        Result = await UnrolledCommand.RunAsync(
            Folder, "run", ".", "--save", "--cell-timeout", "30", "--memory", "500MB", "--jobs", "4");
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

    /// <summary>The id of the process in which a case ran.</summary>
    internal Task<int> ProcessIdAsync(string name) => ProcessWatch.IdInAsync(Folder[$"{name}.pid"]);
}
