using System.Text;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// Collects a cell's text for a moment: a server drops messages of a kernel that sends a thousand in a second, and a
/// cell easily writes as many lines.
/// </summary>
internal sealed class StreamBatcher(Action<StreamOutput> send) : IDisposable
{
    private const int MostHeld = 1 << 16;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly StringBuilder held = new();
    private readonly CancellationTokenSource disposed = new();
    private string heldName = StreamOutput.StandardOutput;

    /// <summary>Adds text, which is sent within the moment.</summary>
    public void Add(StreamOutput output)
    {
        lock (gate)
        {
            if (output.Name != heldName)
                Flush();
            heldName = output.Name;
            if (held.Length == 0)
                _ = FlushLaterAsync();
            held.Append(output.Text);
            if (held.Length > MostHeld)
                Flush();
        }
    }

    /// <summary>Sends the collected text before another output.</summary>
    public void Flush()
    {
        lock (gate)
        {
            if (held.Length > 0)
                send(new StreamOutput(heldName, held.ToString()));
            held.Clear();
        }
    }

    /// <summary>Sends the collected text.</summary>
    public void Dispose()
    {
        disposed.Cancel();
        Flush();
        disposed.Dispose();
    }

    private async Task FlushLaterAsync()
    {
        await Task.Delay(Moment, disposed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Flush();
    }
}
