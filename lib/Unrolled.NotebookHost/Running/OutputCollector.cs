using System.Text;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>
/// Collects the outputs of a notebook's cells as Jupyter's clients do: neighbouring writes to one stream become one
/// output, an update rewrites every earlier display of its id in whatever cell, a clear forgets the cell's outputs.
/// </summary>
internal sealed class OutputCollector
{
    private readonly Dictionary<string, List<JsonObject>> displays = [];
    private readonly StringBuilder streamText = new();
    private JsonArray outputs = [];
    private string? streamName;
    private bool clearBeforeNext;
    private int executionCount;

    /// <summary>The outputs of the cell so far, a stream that has not ended included.</summary>
    public IEnumerable<JsonObject> Current => streamName is { } name && streamText.Length > 0
        ? outputs.OfType<JsonObject>().Append(OutputJson.Stream(name, streamText.ToString()))
        : outputs.OfType<JsonObject>();

    /// <summary>Starts a cell: its old outputs are gone.</summary>
    public void BeginCell(NotebookCell cell, int count)
    {
        outputs = [];
        executionCount = count;
        clearBeforeNext = false;
        cell.Outputs = outputs;
        cell.ExecutionCount = count;
    }

    /// <summary>Takes the next output of the cell.</summary>
    public void Add(CellOutput output)
    {
        if (output is ClearOutput { Wait: true })
        {
            clearBeforeNext = true;
            return;
        }
        if (output is ClearOutput || (clearBeforeNext && output is not DisplayOutput { IsUpdate: true }))
            Clear();
        switch (output)
        {
            case StreamOutput stream:
                AddText(stream);
                break;
            case DisplayOutput display:
                AddDisplay(display);
                break;
            case ResultOutput result:
                Append(OutputJson.Result(result.Data, executionCount));
                break;
            case ErrorOutput error:
                Append(OutputJson.Error(error));
                break;
        }
    }

    /// <summary>Ends the cell: its outputs are complete.</summary>
    public void EndCell() => FinishStream();

    private void AddText(StreamOutput stream)
    {
        if (stream.Name != streamName)
            FinishStream();
        streamName = stream.Name;
        streamText.Append(stream.Text);
    }

    private void AddDisplay(DisplayOutput display)
    {
        if (display.DisplayId is { } shownBefore && displays.TryGetValue(shownBefore, out List<JsonObject>? earlier))
            foreach (JsonObject output in earlier)
            {
                output["data"] = OutputJson.Data(display.Data);
                output["metadata"] = OutputJson.Metadata(display.Data);
            }
        if (display.IsUpdate)
            return;
        JsonObject shown = OutputJson.Display(display.Data);
        if (display.DisplayId is { } id)
            (displays.TryGetValue(id, out List<JsonObject>? all) ? all : displays[id] = []).Add(shown);
        Append(shown);
    }

    private void Append(JsonObject output)
    {
        FinishStream();
        outputs.Add((JsonNode)output);
    }

    private void FinishStream()
    {
        if (streamName is { } name && streamText.Length > 0)
            outputs.Add((JsonNode)OutputJson.Stream(name, streamText.ToString()));
        streamName = null;
        streamText.Clear();
    }

    private void Clear()
    {
        clearBeforeNext = false;
        streamName = null;
        streamText.Clear();
        foreach (List<JsonObject> shown in displays.Values)
            shown.RemoveAll(output => output.Parent == outputs);
        outputs.Clear();
    }
}
