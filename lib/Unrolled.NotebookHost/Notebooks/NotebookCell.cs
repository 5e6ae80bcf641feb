using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>One cell of a <see cref="Notebook"/>: a view of its JSON.</summary>
public sealed class NotebookCell(JsonObject json)
{
    /// <summary>The cell's JSON object.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>The cell's id, stable across edits; empty before nbformat 4.5.</summary>
    public string Id
    {
        get => Json.TextAt("id") ?? "";
        set => Json["id"] = value;
    }

    /// <summary>Whether it is code, prose or raw text; kinds of a later nbformat count as raw.</summary>
    public CellKind Kind => Json.TextAt("cell_type") switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    /// <summary>The cell's text as one string.</summary>
    public string Source
    {
        get => MultilineText.Join(Json["source"]);
        set => Json["source"] = value;
    }

    /// <summary>The cell's tags.</summary>
    public IReadOnlyList<string> Tags => Json.TextsAt("metadata", "tags");

    /// <summary>The cell's metadata object, made when missing.</summary>
    public JsonObject Metadata => Json.ObjectAt("metadata");

    /// <summary>
    /// Attached files by name, each a bundle of MIME type → base64 text or text; null when there are none.
    /// </summary>
    public JsonObject? Attachments => Json["attachments"] as JsonObject;

    /// <summary>Whether the cell is executed: code that is not blank and not tagged <c>skip-execution</c>.</summary>
    public bool Runs => Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Source) && !HasTag(CellTags.SkipExecution);

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

    /// <summary>Makes a code cell that has not run.</summary>
    /// <param name="id">Its id: letters, digits, <c>-</c> and <c>_</c>, unique in its notebook.</param>
    /// <param name="source">Its text.</param>
    /// <param name="tags">Its tags.</param>
    public static NotebookCell Code(string id, string source, params string[] tags)
    {
        var cell = new NotebookCell(Empty("code", id, source, tags)) { Outputs = [], ExecutionCount = null };
        return cell;
    }

    /// <summary>Makes a Markdown cell.</summary>
    /// <param name="id">Its id: letters, digits, <c>-</c> and <c>_</c>, unique in its notebook.</param>
    /// <param name="source">Its text.</param>
    /// <param name="tags">Its tags.</param>
    public static NotebookCell Markdown(string id, string source, params string[] tags) =>
        new(Empty("markdown", id, source, tags));

    /// <summary>Whether the cell carries a tag.</summary>
    public bool HasTag(string tag) => Tags.Contains(tag);

    /// <summary>Removes the outputs and the execution count.</summary>
    public void ClearOutputs()
    {
        Outputs = [];
        ExecutionCount = null;
    }

    /// <summary>A copy that belongs to no document.</summary>
    public NotebookCell Clone() => new(Json.DeepClone().AsObject());

    private static JsonObject Empty(string kind, string id, string source, string[] tags)
    {
        var metadata = new JsonObject();
        if (tags.Length > 0)
            metadata["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        return new JsonObject { ["id"] = id, ["cell_type"] = kind, ["metadata"] = metadata, ["source"] = source };
    }
}

/// <summary>The three kinds of cell that nbformat 4 knows.</summary>
public enum CellKind
{
    /// <summary>C# that runs.</summary>
    Code,

    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Text for a converter, passed through untouched.</summary>
    Raw,
}

/// <summary>The tags that have a meaning: nbclient's, papermill's, and ours.</summary>
internal static class CellTags
{
    public const string RaisesException = "raises-exception";
    public const string SkipExecution = "skip-execution";
    public const string Parameters = "parameters";
    public const string InjectedParameters = "injected-parameters";

    /// <summary>The cell shows times: its outputs are saved, and differ every time.</summary>
    public const string Timing = "timing";
}
