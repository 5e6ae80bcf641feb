using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>A kernel's reply to a request, and the messages that it published for it.</summary>
/// <param name="Reply">The reply's content.</param>
/// <param name="Published">What was published, in order.</param>
/// <param name="Time">When the reply came, in seconds.</param>
internal sealed record JupyterAnswer(JsonObject Reply, IReadOnlyList<JupyterMessage> Published, double Time)
{
    public string Status => Reply["status"]!.GetValue<string>();

    /// <summary>The text of a cell on a stream.</summary>
    public string Stream(string name) => string.Concat(
        Contents("stream").Where(stream => stream["name"]!.GetValue<string>() == name)
            .Select(stream => stream["text"]!.GetValue<string>()));

    /// <summary>The contents of all messages of a type.</summary>
    public IEnumerable<JsonObject> Contents(string type) =>
        Published.Where(message => message.Type == type).Select(message => message.Content);

    /// <summary>The result as plain text; null without one.</summary>
    public string? Result => Contents("execute_result").SingleOrDefault()?["data"]!["text/plain"]!.GetValue<string>();

    /// <summary>Reads what the driver says; every message must have the fields that the protocol wants.</summary>
    public static JupyterAnswer Read(JsonObject answer)
    {
        JupyterMessage reply = JupyterMessage.Read(answer["reply"]!);
        return new JupyterAnswer(
            reply.Content, [.. answer["published"]!.AsArray().Select(message => JupyterMessage.Read(message!))],
            reply.Time);
    }
}
