using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>The running cell: its outputs are published in order, its text in batches.</summary>
internal sealed class RunningCell : IDisposable
{
    private readonly Lock gate = new();
    private readonly Action<CellOutput> publish;
    private readonly StreamBatcher text;

    /// <param name="publish">Called for every output.</param>
    public RunningCell(Action<CellOutput> publish)
    {
        this.publish = publish;
        text = new StreamBatcher(publish);
    }

    /// <summary>Its result as plain text; null while it has none.</summary>
    public string? Result { get; private set; }

    /// <summary>Whether it continues although it was interrupted.</summary>
    public bool HasNotStopped { get; set; }

    /// <summary>Shows something.</summary>
    public void Show(CellOutput output)
    {
        lock (gate)
        {
            if (output is StreamOutput stream)
            {
                text.Add(stream);
                return;
            }
            if (output is ResultOutput result)
                Result = result.Data.Data["text/plain"]?.GetValue<string>();
            text.Flush();
            publish(output);
        }
    }

    /// <summary>Sends the text that waits.</summary>
    public void Flush() => text.Flush();

    /// <summary>The cell has ended.</summary>
    public void Dispose() => text.Dispose();
}
