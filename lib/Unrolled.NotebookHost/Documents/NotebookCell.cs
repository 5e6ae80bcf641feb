using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Documents;

/// <summary>One cell of a <see cref="Notebook"/>: a view of its JSON.</summary>
public sealed class NotebookCell(JsonObject json)
{
    /// <summary>The cell's JSON object.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>The cell's id, stable across edits; empty before nbformat 4.5.</summary>
    public string Id => Json["id"]?.GetValue<string>() ?? "";

    /// <summary>Whether it is code, prose or raw text.</summary>
    public CellKind Kind => Json["cell_type"]?.GetValue<string>() switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    /// <summary>The cell's text as one string.</summary>
    public string Source => Json["source"] switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonNode text => text.GetValue<string>(),
        null => "",
    };

    /// <summary>The cell's tags.</summary>
    public IReadOnlyList<string> Tags =>
        [.. (Metadata["tags"] as JsonArray ?? []).Select(tag => tag!.GetValue<string>())];

    /// <summary>The cell's metadata object, made when missing.</summary>
    public JsonObject Metadata => Json.ObjectAt("metadata");

    /// <summary>A code cell's outputs in nbformat's form; replacing them replaces the array.</summary>
    public JsonArray Outputs
    {
        get => Json["outputs"] as JsonArray ?? [];
        set => Json["outputs"] = value;
    }

    /// <summary>A code cell's execution count; null before it has run.</summary>
    public int? ExecutionCount
    {
        get => Json["execution_count"]?.GetValue<int>();
        set => Json["execution_count"] = value;
    }
}
