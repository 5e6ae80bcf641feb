using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>The kernel that a notebook requires, where any C# kernel will not do.</summary>
internal static class KernelRequirement
{
    /// <summary>The name of this program's own kernel.</summary>
    public const string Ours = "Unrolled";

    private const string Key = "kernel";

    /// <summary>
    /// The kernel that the notebook's metadata names under <c>unrolled.requires</c>, as
    /// <c>{"kernel": ".NET Interactive"}</c>; null where it names none.
    /// </summary>
    /// <exception cref="NotebookFormatException">
    /// The entry is not a list of packages and kernels, or names two kernels.
    /// </exception>
    public static string? Of(Notebook notebook, string name)
    {
        string[] kernels = [.. Entries(notebook, name).OfType<JsonObject>().Select(item => Parse(item, name))];
        return kernels.Length < 2
            ? kernels.SingleOrDefault()
            : throw new NotebookFormatException(
                $"{name}: metadata.unrolled.requires names the kernels {string.Join(" and ", kernels)}; expected one.");
    }

    /// <summary>
    /// The reason why a notebook with this requirement cannot run here, as a sentence about it; null where it can.
    /// </summary>
    /// <param name="kernel">The kernel; null for any.</param>
    public static string? WhyNotHere(string? kernel) => kernel is null or Ours
        ? null
        : $"it requires the kernel {kernel}, and this one is {Ours}";

    /// <summary>The entries of <c>unrolled.requires</c>.</summary>
    /// <exception cref="NotebookFormatException">It is no list.</exception>
    internal static IEnumerable<JsonNode?> Entries(Notebook notebook, string name) =>
        ((notebook.Json["metadata"] as JsonObject)?["unrolled"] as JsonObject)?["requires"] switch
        {
            null => [],
            JsonArray list => list,
            var other => throw Malformed(other, name),
        };

    internal static NotebookFormatException Malformed(JsonNode? found, string name) => new(
        $"{name}: metadata.unrolled.requires must be a list of package names such as \"TorchSharp-cpu\" or "
        + "\"TorchSharp-cpu@0.106.0\", and at most one kernel, such as {\"kernel\": \".NET Interactive\"}; found "
        + $"{found?.ToJsonString() ?? "null"}.");

    private static string Parse(JsonObject item, string name) =>
        item.Count == 1 && item[Key] is JsonValue value && value.TryGetValue(out string? kernel) && kernel.Trim() != ""
            ? kernel
            : throw Malformed(item, name);
}
