using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The <c>project.assets.json</c> in which NuGet stores the result of a restore.</summary>
internal sealed class AssetsFile
{
    private readonly JsonObject json;

    private AssetsFile(JsonObject json) => this.json = json;

    /// <summary>The errors of NuGet.</summary>
    public IReadOnlyList<string> Errors =>
        [.. (json["logs"] as JsonArray ?? [])
            .Where(log => (string?)log!["level"] == "Error")
            .Select(log => $"{log!["code"]}: {log["message"]}")
            .Distinct()];

    /// <summary>Reads the file; null when the restore failed before it was written.</summary>
    public static AssetsFile? Load(string path) =>
        File.Exists(path) ? new AssetsFile(JsonNode.Parse(File.ReadAllText(path))!.AsObject()) : null;

    /// <summary>Where the packages' files are.</summary>
    /// <param name="nativeFolder">The folder that native libraries are loaded from.</param>
    public RestoredPackages Read(NativeFolder nativeFolder) =>
        new(Files("compile"), Files("runtime"), Files("native"), nativeFolder);

    // Of the two targets, net10.0 and net10.0/<runtime identifier>, the second has chosen the files for this machine.
    private List<string> Files(string kind)
    {
        JsonObject target = json["targets"]!.AsObject().Single(entry => entry.Key.Contains('/')).Value!.AsObject();
        List<string> files = [];
        foreach ((string library, JsonNode? assets) in target)
        {
            if (assets![kind] is JsonObject paths && FolderOf(library) is { } folder)
                files.AddRange(
                    paths.Where(path => !IsPlaceholder(path.Key)).Select(path => Path.Combine(folder, path.Key)));
        }

        return files;
    }

    private string? FolderOf(string library)
    {
        var path = (string?)json["libraries"]![library]!["path"];
        return path is null
            ? null
            : json["packageFolders"]!.AsObject()
                .Select(folder => Path.Combine(folder.Key, path))
                .FirstOrDefault(Directory.Exists);
    }

    private static bool IsPlaceholder(string path) => path.EndsWith("/_._", StringComparison.Ordinal);
}
