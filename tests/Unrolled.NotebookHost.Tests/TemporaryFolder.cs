using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Documents;

namespace Unrolled.NotebookHost.Tests;

/// <summary>A folder for one test, removed with all that it holds.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("unrolled-tests-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Every file, hidden ones too, relative to the folder.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => System.IO.Path.GetRelativePath(Path, file))
            .Order(StringComparer.Ordinal);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Writes a notebook whose cells have the ids c1, c2, …</summary>
    public string WriteNotebook(string name, params TestCell[] cells) => WriteNotebook(name, [], cells);

    public string WriteNotebook(string name, JsonObject metadata, params TestCell[] cells) => Write(name, new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((cell, i) => CellJson(cell, $"c{i + 1}"))]),
        ["metadata"] = metadata,
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString());

    public Notebook ReadNotebook(string name) => Notebook.Load(this[name]);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static JsonNode CellJson(TestCell cell, string id) => new JsonObject
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = cell.Tags.Length == 0
            ? new JsonObject()
            : new JsonObject { ["tags"] = new JsonArray([.. cell.Tags.Select(tag => (JsonNode)tag)]) },
        ["outputs"] = new JsonArray(),
        ["source"] = cell.Source,
    };
}
