using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Tests.Jupyter;

/// <summary>A message of the Jupyter protocol.</summary>
internal sealed record JupyterMessage(string Type, JsonObject Content, double Time)
{
    private const JsonValueKind Bool = JsonValueKind.True;

    // What the protocol, version 5.3, requires of a message that is "ok".
    private static readonly Dictionary<string, (string Name, JsonValueKind Kind)[]> Fields = new()
    {
        ["execute_reply"] = [("status", JsonValueKind.String), ("execution_count", JsonValueKind.Number)],
        ["complete_reply"] =
            [("status", JsonValueKind.String), ("matches", JsonValueKind.Array), ("cursor_start", JsonValueKind.Number),
                ("cursor_end", JsonValueKind.Number), ("metadata", JsonValueKind.Object)],
        ["inspect_reply"] = [("status", JsonValueKind.String), ("found", Bool), ("data", JsonValueKind.Object),
            ("metadata", JsonValueKind.Object)],
        ["is_complete_reply"] = [("status", JsonValueKind.String)],
        ["history_reply"] = [("status", JsonValueKind.String), ("history", JsonValueKind.Array)],
        ["kernel_info_reply"] =
            [("status", JsonValueKind.String), ("protocol_version", JsonValueKind.String),
                ("implementation", JsonValueKind.String), ("implementation_version", JsonValueKind.String),
                ("language_info", JsonValueKind.Object), ("banner", JsonValueKind.String),
                ("help_links", JsonValueKind.Array)],
        ["comm_info_reply"] = [("status", JsonValueKind.String), ("comms", JsonValueKind.Object)],
        ["execute_input"] = [("code", JsonValueKind.String), ("execution_count", JsonValueKind.Number)],
        ["execute_result"] = [("data", JsonValueKind.Object), ("metadata", JsonValueKind.Object),
            ("execution_count", JsonValueKind.Number)],
        ["display_data"] =
            [("data", JsonValueKind.Object), ("metadata", JsonValueKind.Object), ("transient", JsonValueKind.Object)],
        ["update_display_data"] =
            [("data", JsonValueKind.Object), ("metadata", JsonValueKind.Object), ("transient", JsonValueKind.Object)],
        ["stream"] = [("name", JsonValueKind.String), ("text", JsonValueKind.String)],
        ["error"] =
            [("ename", JsonValueKind.String), ("evalue", JsonValueKind.String), ("traceback", JsonValueKind.Array)],
        ["clear_output"] = [("wait", Bool)],
        ["comm_close"] = [("comm_id", JsonValueKind.String), ("data", JsonValueKind.Object)],
    };

    /// <summary>Reads a message and checks its fields.</summary>
    public static JupyterMessage Read(JsonNode message)
    {
        string type = message["type"]!.GetValue<string>();
        JsonObject content = message["content"]!.AsObject();
        Assert.True(Fields.ContainsKey(type), $"An unknown message: {type}");
        foreach ((string name, JsonValueKind kind) in Fields[type])
        {
            JsonValueKind found = content[name]?.GetValueKind() ?? JsonValueKind.Undefined;
            Assert.True((found == JsonValueKind.False ? Bool : found) == kind, $"{type}.{name} is {found}: {content}");
        }
        return new JupyterMessage(type, content, message["time"]!.GetValue<double>());
    }
}
