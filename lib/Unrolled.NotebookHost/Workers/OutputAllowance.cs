using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// Counts the bytes that a notebook holds because of what the running cell has shown: what was cleared or replaced does
/// not count, and an update counts for every display that it rewrites, those of earlier cells included.
/// </summary>
internal sealed class OutputAllowance
{
    private readonly Dictionary<string, Shown> displays = [];
    private long unnamed;
    private long held;

    /// <summary>Begins a cell, which has shown nothing yet.</summary>
    public void BeginCell()
    {
        (unnamed, held) = (0, 0);
        foreach (Shown display in displays.Values)
            (display.Earlier, display.Here) = (display.Earlier + display.Here, 0);
    }

    /// <summary>Counts an output.</summary>
    /// <returns>Whether the cell's outputs are still within their limit.</returns>
    public bool Takes(CellOutput output, long bytes)
    {
        switch (output)
        {
            case ClearOutput:
                Clear();
                break;
            case DisplayOutput { DisplayId: { } id, IsUpdate: var isUpdate }:
                Add(id, isUpdate, bytes);
                break;
            default:
                unnamed += bytes;
                held += bytes;
                break;
        }
        return held <= WorkerLimits.OutputBytes;
    }

    private void Add(string id, bool isUpdate, long bytes)
    {
        if (!displays.TryGetValue(id, out Shown? display))
            displays[id] = display = new Shown();
        held -= display.Total;
        display.Here += isUpdate ? 0 : 1;
        display.Bytes = bytes;
        held += display.Total;
    }

    private void Clear()
    {
        held -= unnamed;
        unnamed = 0;
        foreach (Shown display in displays.Values)
        {
            held -= display.Here * display.Bytes;
            display.Here = 0;
        }
    }

    // The displays of one id, in earlier cells and in this one; all of them show the same.
    private sealed class Shown
    {
        public long Earlier { get; set; }

        public long Here { get; set; }

        public long Bytes { get; set; }

        public long Total => (Earlier + Here) * Bytes;
    }
}
