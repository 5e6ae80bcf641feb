using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests;

/// <summary>Notebooks in a test's folder.</summary>
internal static class TemporaryNotebooks
{
    /// <summary>The file that names NuGet's sources.</summary>
    public const string FeedConfiguration = "nuget.config";

    /// <summary>Writes a notebook whose cells have the ids c1, c2, …</summary>
    public static string WriteNotebook(this TemporaryFolder folder, string name, params TestCell[] cells) =>
        folder.WriteNotebook(name, [], cells);

    /// <summary>Writes a notebook with metadata of its own.</summary>
    public static string WriteNotebook(
        this TemporaryFolder folder, string name, JsonObject metadata, params TestCell[] cells) =>
        folder.Write(name, new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((cell, i) => CellJson(cell, $"c{i + 1}"))]),
            ["metadata"] = metadata,
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());

    /// <summary>
    /// Makes an empty folder the only source of packages, so that no test asks the network for packages that do not exist.
    /// </summary>
    public static void WriteEmptyFeed(this TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["feed"]);
        folder.Write(FeedConfiguration, """
            <configuration><packageSources><clear /><add key="empty" value="feed" /></packageSources></configuration>
            """);
    }

    public static Notebook ReadNotebook(this TemporaryFolder folder, string name) => Notebook.Load(folder[name]);

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
