namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>
/// An installed kernel, and one session of it for all tests of a class that leave a kernel as they found it.
/// </summary>
public sealed class RunningKernel : IAsyncLifetime
{
    private Task<JupyterClient>? client;

    /// <summary>The installation, for tests that start a kernel of their own.</summary>
    internal InstalledKernel Installed { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (client is not null)
            await (await client).DisposeAsync();
        Installed.Dispose();
    }

    /// <summary>The client of the shared session, which starts with the first test that asks.</summary>
    internal Task<JupyterClient> ClientAsync() => client ??= JupyterClient.StartAsync(Installed);

    /// <summary>A client of a session that no other test has.</summary>
    internal Task<JupyterClient> StartAsync(int clients = 1) => JupyterClient.StartAsync(Installed, clients);
}
