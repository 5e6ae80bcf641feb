using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>The pipe to and from Jupyter's side: JSON lines, each whole, written from any thread.</summary>
internal sealed class KernelChannel(Stream requests, Stream answers)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1024,
    };

    private readonly Lock gate = new();
    private readonly StreamReader reader = new(requests, new UTF8Encoding(false));

    /// <summary>The next request; null when Jupyter's side has closed the pipe or is gone.</summary>
    /// <exception cref="JsonException">The line is no request.</exception>
    public KernelRequest? Read() =>
        reader.ReadLine() is { } line ? JsonSerializer.Deserialize<KernelRequest>(line, Options) : null;

    /// <summary>Sends a message: an answer, or something to publish under its Jupyter name.</summary>
    public void Send(string type, JsonObject content)
    {
        JsonObject message = new() { ["type"] = type, ["content"] = content };
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(message, Options), (byte)'\n'];
        lock (gate)
        {
            try
            {
                answers.Write(line);
                answers.Flush();
            }
            catch (IOException)
            {
                // Jupyter's side has ended, which the end of the requests shows as well.
            }
        }
    }
}
