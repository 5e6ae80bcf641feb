using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>A NuGet package that a notebook requires.</summary>
/// <param name="Id">The package.</param>
/// <param name="Version">The exact version; null for any.</param>
internal sealed record PackageRequirement(string Id, string? Version)
{
    /// <summary>
    /// The packages that the notebook's metadata names under <c>unrolled.requires</c>, each as <c>Id</c> or
    /// <c>Id@1.2.3</c>.
    /// </summary>
    /// <exception cref="NotebookFormatException">The entry is not a list of such names.</exception>
    public static IReadOnlyList<PackageRequirement> Of(Notebook notebook, string name)
    {
        JsonNode? entry = (notebook.Json["metadata"] as JsonObject)?["unrolled"] is JsonObject ours
            ? ours["requires"]
            : null;
        return entry switch
        {
            null => [],
            JsonArray list => [.. list.Select(item => Parse(item, name))],
            _ => throw Malformed(entry, name),
        };
    }

    public override string ToString() => Version is null ? Id : $"{Id} {Version}";

    private static PackageRequirement Parse(JsonNode? item, string name)
    {
        if (item is not JsonValue value
            || !value.TryGetValue(out string? text)
            || text.Length == 0
            || !text.All(IsNameCharacter))
            throw Malformed(item, name);
        string[] parts = text.Split('@');
        return parts.Length <= 2 && parts.All(part => part.Length > 0)
            ? new PackageRequirement(parts[0], parts.ElementAtOrDefault(1))
            : throw Malformed(item, name);
    }

    private static bool IsNameCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '+' or '@';

    private static NotebookFormatException Malformed(JsonNode? found, string name) => new(
        $"{name}: metadata.unrolled.requires must be a list of package names such as \"TorchSharp-cpu\" or " +
        $"\"TorchSharp-cpu@0.106.0\"; found {found?.ToJsonString() ?? "null"}.");
}
