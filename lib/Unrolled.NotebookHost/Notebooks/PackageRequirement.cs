using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>A NuGet package that a notebook requires.</summary>
/// <param name="Id">The package.</param>
/// <param name="Version">The exact version; null for any.</param>
internal sealed record PackageRequirement(string Id, string? Version)
{
    /// <summary>
    /// The packages that the notebook's metadata names under <c>unrolled.requires</c>, each as <c>Id</c> or
    /// <c>Id@1.2.3</c>.
    /// </summary>
    /// <exception cref="NotebookFormatException">The entry is not a list of such names and of kernels.</exception>
    public static IReadOnlyList<PackageRequirement> Of(Notebook notebook, string name) =>
        [.. KernelRequirement.Entries(notebook, name)
            .Where(item => item is not JsonObject)
            .Select(item => Parse(item, name))];

    public override string ToString() => Version is null ? Id : $"{Id} {Version}";

    private static PackageRequirement Parse(JsonNode? item, string name)
    {
        if (item is not JsonValue value
            || !value.TryGetValue(out string? text)
            || text.Length == 0
            || !text.All(IsNameCharacter))
            throw KernelRequirement.Malformed(item, name);
        string[] parts = text.Split('@');
        return parts.Length <= 2 && parts.All(part => part.Length > 0)
            ? new PackageRequirement(parts[0], parts.ElementAtOrDefault(1))
            : throw KernelRequirement.Malformed(item, name);
    }

    private static bool IsNameCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '+' or '@';
}
