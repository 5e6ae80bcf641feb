using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>The metadata that C# kernels write, and by which front ends choose one.</summary>
internal static class KernelMetadata
{
    private static readonly (string[] Path, string Value)[] Expected =
    [
        (["kernelspec", "display_name"], ".NET (C#)"),
        (["kernelspec", "language"], "C#"),
        (["kernelspec", "name"], ".net-csharp"),
        (["language_info", "file_extension"], ".cs"),
        (["language_info", "mimetype"], "text/x-csharp"),
        (["language_info", "name"], "C#"),
        (["language_info", "pygments_lexer"], "csharp"),
    ];

    /// <summary>A new notebook's metadata.</summary>
    public static JsonObject Create()
    {
        JsonObject metadata = [];
        foreach ((string[] path, string value) in Expected)
            metadata.ObjectAt(path[0])[path[1]] = value;
        metadata.ObjectAt("language_info")["version"] = "14.0";
        return metadata;
    }

    /// <summary>The differences from it.</summary>
    public static IEnumerable<string> Problems(Notebook notebook) =>
        from entry in Expected
        let found = notebook.Metadata.TextAt(entry.Path)
        where found != entry.Value
        select $"metadata {string.Join('.', entry.Path)} is {(found is null ? "missing" : $"\"{found}\"")}, expected "
            + $"\"{entry.Value}\"";
}
