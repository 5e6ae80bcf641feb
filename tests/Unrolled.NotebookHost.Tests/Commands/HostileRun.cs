namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// Two runs of the real command over every <see cref="HostileCell"/> that harms nothing, each with a healthy notebook
/// before and one behind them.
/// </summary>
public sealed class HostileRun : IAsyncLifetime
{
    private readonly Dictionary<string, string> before = [];

    internal TemporaryFolder Folder { get; } = new();

    /// <summary>The run of those that only a limit of time ends.</summary>
    internal CommandResult Endless { get; private set; } = null!;

    /// <summary>The run of all others.</summary>
    internal CommandResult Ending { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        foreach ((string name, HostileCell cell) in HostileCell.Harmless)
            before[name] = await File.ReadAllTextAsync(Write(name, cell));
        Folder.WriteNotebook("a-healthy.ipynb", "1 + 1");
        Folder.WriteNotebook("z-healthy.ipynb", "2 + 2");
        Endless = await RunAsync(cell => cell.IsEndless, "--cell-timeout", "10");
        Ending = await RunAsync(cell => !cell.IsEndless);
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

    // An endless cell comes first, so that no other cell can reach its limit on a machine that has much to do.
    private string Write(string name, HostileCell cell)
    {
        string id = $"File.WriteAllText(\"{name}.pid\", Environment.ProcessId + \"\\n\");";
        return cell.IsEndless
            ? Folder.WriteNotebook(Notebook(name), $"{id}\n{cell.Source}", "1.5")
            : Folder.WriteNotebook(Notebook(name), id, cell.Source, "1.5");
    }

    private Task<CommandResult> RunAsync(Func<HostileCell, bool> isMeant, params string[] options) =>
        UnrolledCommand.RunAsync(Folder,
        [
            "run", "a-healthy.ipynb",
            .. HostileCell.Harmless.Where(pair => isMeant(pair.Value)).Select(pair => Notebook(pair.Key)),
            "z-healthy.ipynb", "--save", "--memory", "500MB", "--jobs", "4", .. options,
        ]);
}
