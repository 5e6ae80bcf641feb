using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Documents;

/// <summary>
/// An nbformat 4 document. The JSON stays the truth: what this class does not know about is kept as it was read.
/// </summary>
public sealed class Notebook
{
    private Notebook(JsonObject json)
    {
        Json = json;
        Cells = [.. json["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>The whole document.</summary>
    public JsonObject Json { get; }

    /// <summary>The cells in order; each is a view of its part of <see cref="Json"/>.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The notebook's metadata object, made when missing.</summary>
    public JsonObject Metadata => Json.ObjectAt("metadata");

    /// <summary>Reads a notebook file.</summary>
    /// <exception cref="NotebookFormatException">The file is not an nbformat 4 document.</exception>
    public static Notebook Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads a notebook from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What errors call it, usually the file's path.</param>
    /// <exception cref="NotebookFormatException">The text is not an nbformat 4 document.</exception>
    public static Notebook Parse(string json, string name)
    {
        try
        {
            return new Notebook(JsonNode.Parse(json)!.AsObject());
        }
        catch (JsonException exception)
        {
            throw new NotebookFormatException($"{name}: not valid JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The document's text in the one form that is committed.</summary>
    public string ToCanonicalJson() =>
        Json.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 1 }) + "\n";
}
