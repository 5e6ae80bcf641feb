using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>Jupyter's own client, in a Python process, with a kernel that it started.</summary>
internal sealed class JupyterClient : IAsyncDisposable
{
    private readonly Process driver;

    private JupyterClient(Process driver) => this.driver = driver;

    /// <summary>Starts a kernel.</summary>
    public static async Task<JupyterClient> StartAsync(InstalledKernel kernel, int clients = 1)
    {
        ProcessStartInfo start = kernel.Start(
            ExternalTool.Python, Path.Combine(AppContext.BaseDirectory, "Jupyter/Fixtures/jupyter_driver.py"));
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        JupyterClient client = new(Process.Start(start)!);
        await client.DoAsync(
            "start", new JsonObject
            {
                ["kernel"] = InstalledKernel.Name,
                ["folder"] = kernel.NotebookFolder,
                ["clients"] = clients,
            });
        return client;
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="more">Fields of the request that differ from the usual.</param>
    /// <param name="typed">The line to type when it reads from the console; null where no user can type.</param>
    public async Task<JupyterAnswer> ExecuteAsync(string code, JsonObject? more = null, string[]? typed = null) =>
        await ReceiveAsync(await BeginAsync(code, more, allowInput: typed is not null), typed);

    /// <summary>Starts a cell and does not wait for it.</summary>
    /// <returns>The message's id.</returns>
    public async Task<string> BeginAsync(string code, JsonObject? more = null, int client = 0, bool allowInput = false)
    {
        JsonObject content = new()
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["user_expressions"] = new JsonObject(),
            ["allow_stdin"] = allowInput,
            ["stop_on_error"] = false,
        };
        foreach ((string name, JsonNode? value) in more ?? [])
            content[name] = value?.DeepClone();
        return await SendAsync("execute_request", content, client);
    }

    /// <summary>Asks something.</summary>
    public async Task<JsonObject> AskAsync(string type, JsonObject content) =>
        (await ReceiveAsync(await SendAsync(type, content))).Reply;

    /// <summary>Waits for the end of what was started.</summary>
    public async Task<JupyterAnswer> ReceiveAsync(string id, string[]? typed = null, int client = 0)
    {
        JsonObject answer = await DoAsync("receive", new JsonObject
        {
            ["id"] = id,
            ["client"] = client,
            ["typed"] = new JsonArray([.. (typed ?? []).Select(line => (JsonNode)line)]),
        });
        return JupyterAnswer.Read(answer);
    }

    /// <summary>Something else that the driver can do.</summary>
    public async Task<JsonObject> DoAsync(string what, JsonObject? command = null)
    {
        command ??= [];
        command["do"] = what;
        await driver.StandardInput.WriteLineAsync(command.ToJsonString());
        string? line = await driver.StandardOutput.ReadLineAsync();
        Assert.True(line is not null, "Jupyter's client has ended.");
        JsonObject answer = JsonNode.Parse(line)!.AsObject();
        Assert.True(answer["error"] is null, answer["error"]?.ToString());
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        driver.StandardInput.Close();
        await driver.WaitForExitAsync();
        driver.Dispose();
    }

    private async Task<string> SendAsync(string type, JsonObject content, int client = 0)
    {
        JsonObject answer = await DoAsync(
            "send", new JsonObject { ["type"] = type, ["content"] = content, ["client"] = client });
        return answer["id"]!.GetValue<string>();
    }
}
