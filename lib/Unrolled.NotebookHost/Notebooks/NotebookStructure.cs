using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// Checks the structure that the other types rely on, so that nothing fails later with a less exact message.
/// </summary>
internal static class NotebookStructure
{
    private const int LastKnownMinorVersion = 5;

    /// <summary>Checks a document.</summary>
    /// <exception cref="NotebookFormatException">The first thing that is not as nbformat 4 has it.</exception>
    public static void Check(JsonObject document, string name)
    {
        int minor = CheckVersion(document, name);
        Require(document["metadata"] is JsonObject or null, name, "\"metadata\" must be an object");
        if (document["cells"] is not JsonArray cells)
            throw new NotebookFormatException($"{name}: not a notebook: it has no list of \"cells\".");

        var numberOfId = new Dictionary<string, int>();
        for (int i = 0; i < cells.Count; i++)
        {
            string where = $"{name}: cell {i + 1}";
            Require(cells[i] is JsonObject, where, "expected an object");
            JsonObject cell = cells[i]!.AsObject();
            CheckCell(cell, where, minor);
            if (cell.TextAt("id") is { } id && !numberOfId.TryAdd(id, i + 1))
                throw new NotebookFormatException(
                    $"{where}: the id \"{id}\" is already that of cell {numberOfId[id]}; every cell needs its own.");
        }
    }

    private static int CheckVersion(JsonObject document, string name)
    {
        Require(
            IsWholeNumber(document["nbformat"]), name, "not a notebook: expected a whole number under \"nbformat\"");
        int major = document["nbformat"]!.GetValue<int>();
        if (major < 4)
            throw new NotebookFormatException(
                $"{name}: nbformat {major} is too old, expected 4; open and save the notebook in a current Jupyter, "
                + "or run: jupyter nbconvert --to notebook --inplace FILE");
        Require(major == 4, name, $"nbformat {major} is newer than this program, which reads nbformat 4");
        Require(IsWholeNumber(document["nbformat_minor"]), name, "expected a whole number under \"nbformat_minor\"");
        return document["nbformat_minor"]!.GetValue<int>();
    }

    private static void CheckCell(JsonObject cell, string where, int minor)
    {
        Require(cell["cell_type"].IsText(), where, "it has no \"cell_type\"");
        string kind = cell.TextAt("cell_type")!;
        Require(kind is "code" or "markdown" or "raw" || minor > LastKnownMinorVersion, where,
            $"unknown \"cell_type\" \"{kind}\", expected \"code\", \"markdown\" or \"raw\"");
        Require(IsMultilineText(cell["source"]), where, "\"source\" must be a string or a list of strings");
        Require(!cell.ContainsKey("id") || cell["id"].IsText(), where, "\"id\" must be a string");
        Require(cell["metadata"] is JsonObject or null, where, "\"metadata\" must be an object");
        Require(cell["attachments"] is JsonObject or null, where, "\"attachments\" must be an object");
        if (kind == "code")
            CheckResults(cell, where);
    }

    private static void CheckResults(JsonObject cell, string where)
    {
        Require(cell["execution_count"] is null || IsWholeNumber(cell["execution_count"]), where,
            "\"execution_count\" must be a whole number or null");
        Require(cell["outputs"] is JsonArray or null, where, "\"outputs\" must be a list");
        JsonArray outputs = cell["outputs"] as JsonArray ?? [];
        for (int i = 0; i < outputs.Count; i++)
            CheckOutput(outputs[i], $"{where}, output {i + 1}");
    }

    private static void CheckOutput(JsonNode? output, string where)
    {
        Require(output is JsonObject, where, "expected an object");
        JsonObject fields = output!.AsObject();
        Require(fields["output_type"].IsText(), where, "it has no \"output_type\"");
        switch (fields.TextAt("output_type"))
        {
            case "stream":
                Require(IsMultilineText(fields["text"]), where, "\"text\" must be a string or a list of strings");
                break;
            case "display_data" or "execute_result":
                Require(fields["data"] is JsonObject, where, "\"data\" must be an object");
                break;
            case "error":
                Require(fields["traceback"] is JsonArray or null, where, "\"traceback\" must be a list of strings");
                break;
        }
    }

    private static bool IsMultilineText(JsonNode? node) =>
        node.IsText() || (node is JsonArray lines && lines.All(line => line.IsText()));

    private static bool IsWholeNumber(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue(out int _);

    private static void Require(bool condition, string where, string problem)
    {
        if (!condition)
            throw new NotebookFormatException($"{where}: {problem}.");
    }
}
