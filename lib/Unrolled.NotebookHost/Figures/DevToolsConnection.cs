using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Figures;

/// <summary>
/// A browser's DevTools protocol (https://chromedevtools.github.io/devtools-protocol/): JSON messages over a WebSocket,
/// here one command at a time.
/// </summary>
internal sealed class DevToolsConnection : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[BufferSize];
    private int lastId;

    // The browser is on this machine, and no proxy leads there.
    private DevToolsConnection() => socket.Options.Proxy = null;

    /// <summary>Connects to the address that the browser has printed.</summary>
    /// <exception cref="WebSocketException">Nothing listens at the address.</exception>
    public static async Task<DevToolsConnection> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        DevToolsConnection connection = new();
        await connection.socket.ConnectAsync(address, cancellationToken);
        return connection;
    }

    /// <summary>Sends a command and waits for its result.</summary>
    /// <param name="method">Such as <c>Page.captureScreenshot</c>.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="session">The page that it is for; null for the browser.</param>
    /// <param name="cancellationToken">Gives up waiting; the connection is then of no further use.</param>
    /// <exception cref="BrowserException">The browser answered with an error.</exception>
    /// <exception cref="WebSocketException">The browser has gone.</exception>
    public async Task<JsonObject> CallAsync(
        string method, JsonObject parameters, string? session, CancellationToken cancellationToken)
    {
        int id = ++lastId;
        JsonObject command = new() { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            command["sessionId"] = session;
        await socket.SendAsync(
            Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true,
            cancellationToken);
        while (true)
        {
            JsonObject message = await ReceiveAsync(cancellationToken);
            // Events come in between and have no id.
            if (message["id"]?.GetValue<int>() != id)
                continue;
            if (message.TextAt("error", "message") is { } problem)
                throw new BrowserException($"{method}: {problem}");
            return message["result"] as JsonObject ?? [];
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellationToken)
    {
        using MemoryStream message = new();
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        message.Position = 0;
        return JsonNode.Parse(message)!.AsObject();
    }
}
