using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>The outputs of a cell as Jupyter messages.</summary>
/// <param name="displayScope">
/// Keeps the displays of one session apart from those of another in the same notebook, which begins to count anew.
/// </param>
internal sealed class CellMessages(string displayScope)
{
    /// <summary>The message's type and content.</summary>
    public (string Type, JsonObject Content) Of(CellOutput output, int executionCount) => output switch
    {
        StreamOutput stream => ("stream", new JsonObject { ["name"] = stream.Name, ["text"] = stream.Text }),
        DisplayOutput display => (display.IsUpdate ? "update_display_data" : "display_data", Display(display)),
        ResultOutput result => ("execute_result", Result(result, executionCount)),
        ErrorOutput error => ("error", Error(error)),
        ClearOutput clear => ("clear_output", new JsonObject { ["wait"] = clear.Wait }),
        _ => throw new ArgumentException($"{output.GetType().Name} has no Jupyter message.", nameof(output)),
    };

    /// <summary>The fields that an <c>error</c> message and a failed cell's reply share.</summary>
    public static JsonObject Error(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. ColouredTraceback.Of(error).Select(line => (JsonNode)line)]),
    };

    /// <summary>The data and metadata of a bundle.</summary>
    public static JsonObject Bundle(MimeBundle bundle) => new()
    {
        ["data"] = bundle.Data.DeepClone(),
        ["metadata"] = bundle.Metadata?.DeepClone() ?? new JsonObject(),
    };

    private JsonObject Display(DisplayOutput display)
    {
        JsonObject content = Bundle(display.Data);
        content["transient"] = display.DisplayId is { } id ? new JsonObject
        {
            ["display_id"] = $"{displayScope}-{id}",
        } : [];
        return content;
    }

    private static JsonObject Result(ResultOutput result, int executionCount)
    {
        JsonObject content = Bundle(result.Data);
        content["execution_count"] = executionCount;
        return content;
    }
}
