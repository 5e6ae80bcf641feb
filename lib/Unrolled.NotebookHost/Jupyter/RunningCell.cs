using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// The running cell: its outputs are published in order, its text in batches. While it works long, a line below them
/// tells how far it has come; it is gone before anything else is shown, and never saved.
/// </summary>
internal sealed class RunningCell : IDisposable
{
    private const string LineId = "progress";

    private readonly Lock gate = new();
    private readonly Action<CellOutput> publish;
    private readonly StreamBatcher text;
    private readonly ShownOutputs shown = new();
    private bool hasLine;

    /// <param name="publish">Called for every output.</param>
    public RunningCell(Action<CellOutput> publish)
    {
        this.publish = publish;
        text = new StreamBatcher(Publish);
    }

    /// <summary>Its result as plain text; null while it has none.</summary>
    public string? Result { get; private set; }

    /// <summary>Whether its user knows that it was interrupted and goes on for the moment.</summary>
    public bool IsStopping { get; set; }

    /// <summary>Whether it continues although it was interrupted long ago.</summary>
    public bool HasNotStopped { get; set; }

    /// <summary>Shows something.</summary>
    public void Show(CellOutput output)
    {
        lock (gate)
        {
            if (output is ProgressOutput line)
            {
                ShowLine(line.Text);
                return;
            }
            if (hasLine)
                EraseLine(somethingFollows: true);
            if (output is StreamOutput stream)
            {
                text.Add(stream);
                return;
            }
            if (output is ResultOutput result)
                Result = result.Data.Data["text/plain"]?.GetValue<string>();
            text.Flush();
            Publish(output);
        }
    }

    /// <summary>Sends the text that waits.</summary>
    public void Flush() => text.Flush();

    /// <summary>The cell has ended.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (hasLine)
                EraseLine(somethingFollows: false);
        }
        text.Dispose();
    }

    private void ShowLine(string line)
    {
        if (line == "" && hasLine)
            EraseLine(somethingFollows: false);
        if (line == "" || !shown.CanBeRepeated)
            return;
        text.Flush();
        publish(new DisplayOutput(MimeBundle.Of(("text/plain", line)), LineId, IsUpdate: hasLine));
        hasLine = true;
    }

    // Jupyter can clear a cell's outputs only all together, so that those before the line are shown again. It waits
    // with that until something is there to show, so that nothing flickers.
    private void EraseLine(bool somethingFollows)
    {
        hasLine = false;
        publish(new ClearOutput(Wait: somethingFollows || shown.All.Count > 0));
        foreach (CellOutput output in shown.All)
            publish(output);
    }

    private void Publish(CellOutput output)
    {
        shown.Add(output);
        publish(output);
    }
}

/// <summary>The outputs that a cell shows, as long as it does no harm to show them once more.</summary>
internal sealed class ShownOutputs
{
    private const int MostCharacters = 1 << 20;

    private readonly List<CellOutput> outputs = [];
    private int characters;

    /// <summary>Whether they can be shown once more: they are short, and no script runs in them.</summary>
    public bool CanBeRepeated { get; private set; } = true;

    /// <summary>The outputs.</summary>
    public IReadOnlyList<CellOutput> All => outputs;

    /// <summary>One more is shown.</summary>
    public void Add(CellOutput output)
    {
        if (output is ClearOutput)
            outputs.Clear();
        else if (CanBeRepeated)
            outputs.Add(output);
        characters += Length(output);
        CanBeRepeated &= characters <= MostCharacters && !HasScript(output);
        if (!CanBeRepeated)
            outputs.Clear();
    }

    private static int Length(CellOutput output) => output switch
    {
        StreamOutput stream => stream.Text.Length,
        DisplayOutput display => display.Data.Data.ToJsonString().Length,
        ResultOutput result => result.Data.Data.ToJsonString().Length,
        _ => 0,
    };

    private static bool HasScript(CellOutput output) =>
        output switch
        {
            DisplayOutput display => display.Data,
            ResultOutput result => result.Data,
            _ => null,
        } is { Data: var data }
        && (data.ContainsKey("application/javascript")
            || data["text/html"]?.ToString().Contains("<script", StringComparison.OrdinalIgnoreCase) == true);
}
