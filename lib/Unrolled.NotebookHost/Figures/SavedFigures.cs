using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Figures;

/// <summary>The pictures of a saved notebook, by the digests of their figures, from all cells.</summary>
internal sealed class SavedFigures
{
    /// <summary>The saved figures of a notebook without figures.</summary>
    public static readonly SavedFigures None = new([]);

    private readonly Dictionary<string, JsonObject> byDigest = [];

    private SavedFigures(IEnumerable<JsonObject> outputs)
    {
        foreach (JsonObject output in outputs)
            if (FigureMark.OfSaved(output) is { } digest)
                byDigest.TryAdd(digest, output.DeepClone().AsObject());
    }

    /// <summary>The figures of a notebook, read before it runs again.</summary>
    public static SavedFigures Of(Notebook notebook) =>
        new(notebook.Cells.SelectMany(cell => cell.Outputs).OfType<JsonObject>());

    /// <summary>The saved picture of a figure: the base64 text and its size; null when there is none.</summary>
    public (JsonNode Png, JsonNode? Size)? Find(string digest) => byDigest.TryGetValue(digest, out JsonObject? output)
        ? (output.NodeAt("data", "image/png")!.DeepClone(), output.NodeAt("metadata", "image/png")?.DeepClone())
        : null;
}
