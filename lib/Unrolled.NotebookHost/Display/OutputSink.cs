using System.Text;
using Unrolled.NotebookHost.Outputs;

namespace Unrolled.NotebookHost.Display;

/// <summary>
/// Brings everything that a notebook's code shows, from any thread, into one order. What arrives while no cell runs is
/// kept for the next cell. Text is published line by line; what is left of a line follows before the next output, and
/// after a moment in any case.
/// </summary>
internal sealed class OutputSink : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly List<CellOutput> late = [];
    private readonly StringBuilder line = new();
    private readonly Timer timer;
    private string lineStream = StreamOutput.StandardOutput;
    private Action<CellOutput>? publish;
    private bool isOpen;
    private bool isDisposed;

    /// <summary>Makes a sink that keeps what it gets until a cell opens it.</summary>
    public OutputSink() => timer = new Timer(_ => Flush());

    /// <summary>A cell begins: it gets what came since the last one, then what comes from now on.</summary>
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
        {
            FlushLine();
            isOpen = false;
        }
    }

    /// <summary>Shows an output after all that was written before it.</summary>
    public void Publish(CellOutput output)
    {
        lock (gate)
        {
            FlushLine();
            Send(output);
        }
    }

    /// <summary>Writes to one of the standard streams.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            if (stream != lineStream)
                FlushLine();
            lineStream = stream;
            line.Append(text);
            if (text.Contains('\n'))
                FlushLine();
            else if (!isDisposed)
                timer.Change(Moment, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Publishes what was written of a line that has not ended.</summary>
    public void Flush()
    {
        lock (gate)
            FlushLine();
    }

    /// <summary>Gives what came after the last cell to the last cell.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            FlushLine();
            if (publish is not null)
                PublishLate();
            isDisposed = true;
            timer.Dispose();
        }
    }

    private void FlushLine()
    {
        if (line.Length == 0)
            return;
        string text = line.ToString();
        line.Clear();
        Send(new StreamOutput(lineStream, text));
    }

    private void Send(CellOutput output)
    {
        if (isOpen)
            publish!(output);
        else
            late.Add(output);
    }

    private void PublishLate()
    {
        late.ForEach(publish!);
        late.Clear();
    }
}
