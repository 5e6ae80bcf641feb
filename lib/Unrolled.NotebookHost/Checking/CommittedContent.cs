using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The contents that a committed notebook must not have: scripts, which are blank where they do not run, figures that
/// only scripts or styles make visible, more than a page should weigh, and the paths and addresses of the machine it
/// ran on.
/// </summary>
internal static partial class CommittedContent
{
    private const int LargestFile = 1_000_000;

    /// <summary>
    /// The problems of a notebook, each with its place and its remedy; empty for a notebook that may be committed.
    /// </summary>
    public static IEnumerable<string> Problems(Notebook notebook, NotebookSource source)
    {
        if (new FileInfo(source.Path).Length is > LargestFile and var size)
            yield return $"{source.Name}: {size / 1e6:0.00} MB, more than the {LargestFile / 1e6:0} MB that a page "
                + "should weigh; "
                + "show fewer or smaller figures";
        string root = RepositoryRoot.Of(source.Folder);
        int number = 0;
        foreach (NotebookCell cell in notebook.Cells)
        {
            number += cell.Kind == CellKind.Code ? 1 : 0;
            string where =
                $"{source.Name}: {(cell.Kind == CellKind.Code ? $"cell {number}" : cell.Kind.ToString())} "
                + $"(id {cell.Id})";
            if (MachinePath(cell.Source, root) is { } path)
                yield return $"{where}: the path {path} exists on one machine only; use a relative one";
            foreach ((JsonNode? output, int i) in cell.Outputs.Select((output, i) => (output, i)))
                foreach (string problem in InOutput(output!.AsObject(), source.Name, root))
                    yield return $"{where}, output {i + 1}: {problem}";
        }
    }

    private static IEnumerable<string> InOutput(JsonObject output, string name, string root)
    {
        if (FigureMark.OfLive(output) is not null)
            yield return $"a figure as HTML; save it as an image with: {TypedCommand.Of("run", "--save", name)}";
        else if (output["data"] is JsonObject data && data.Any(HasScript))
            yield return "a script, which does not run where the notebook is read";
        string text = string.Join('\n', TextsIn(output));
        if (MachinePath(text, root) is { } path)
            yield return $"the path {path} of the machine that it ran on";
        if (LocalAddress().Match(text) is { Success: true } address)
            yield return $"the address {address.Value} of the machine that it ran on";
    }

    private static bool HasScript(KeyValuePair<string, JsonNode?> content) =>
        content.Key == "application/javascript"
        || (content.Key is "text/html" or "text/markdown" or "image/svg+xml"
            && Script().IsMatch(MultilineText.Join(content.Value)));

    private static string? MachinePath(string text, string root) =>
        HomeFolder().Match(text) is { Success: true } home ? home.Value
        : root.Length > 1 && text.Contains(root, StringComparison.Ordinal) ? root
        : null;

    // Everything but images: base64 can contain any text by chance.
    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields
            .Where(field => !field.Key.StartsWith("image/", StringComparison.Ordinal))
            .SelectMany(field => TextsIn(field.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        _ when node.IsText() => [node!.GetValue<string>()],
        _ => [],
    };

    [GeneratedRegex(@"<script\b|\son[a-z]+\s*=\s*[""']|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"(?<![\w.])(?:(?:/home/[\w.-]+|/Users/[\w.-]+|/root)/|file:///|[A-Za-z]:\\Users\\[^\\\s]+\\)")]
    private static partial Regex HomeFolder();

    [GeneratedRegex(
        @"\b(?:https?|wss?|tcp)://(?:localhost|\[[0-9a-f:]+\]|\d{1,3}(?:\.\d{1,3}){3})\b[^\s""'<]*",
        RegexOptions.IgnoreCase)]
    private static partial Regex LocalAddress();
}
