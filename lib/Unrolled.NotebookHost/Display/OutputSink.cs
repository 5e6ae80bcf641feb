namespace Unrolled.NotebookHost.Display;

/// <summary>
/// Brings everything that a notebook's code shows, from any thread, into one order. What arrives while no cell runs is
/// kept for the next cell. Nothing else is held back: outputs before a crash have been published.
/// </summary>
internal sealed class OutputSink : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<CellOutput> late = [];
    private Action<CellOutput>? publish;
    private bool isOpen;

    /// <summary>Begins a cell: it receives the outputs since the last one, then all from now on.</summary>
    public void Open(Action<CellOutput> receiver)
    {
        lock (gate)
        {
            publish = receiver;
            isOpen = true;
            PublishLate();
        }
    }

    /// <summary>The cell has ended.</summary>
    public void Close()
    {
        lock (gate)
            isOpen = false;
    }

    /// <summary>Shows an output.</summary>
    public void Publish(CellOutput output)
    {
        lock (gate)
        {
            if (isOpen)
                publish!(output);
            else
                late.Add(output);
        }
    }

    /// <summary>Writes to one of the standard streams.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (text.Length > 0)
            Publish(new StreamOutput(stream, text.ToString()));
    }

    /// <summary>Publishes the outputs after the last cell as outputs of the last cell.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (publish is not null)
                PublishLate();
        }
    }

    private void PublishLate()
    {
        late.ForEach(publish!);
        late.Clear();
    }
}
