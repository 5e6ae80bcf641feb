using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// The replies of a worker that the host has not taken yet. They hold a bounded number of bytes: a cell that shows
/// without end waits for its reader.
/// </summary>
internal sealed class ReplyQueue
{
    private const long MostBytes = 16L << 20;

    // What a small reply holds beside its text.
    private const int Overhead = 256;

    private readonly Channel<(WorkerReply Reply, int Bytes)> replies =
        Channel.CreateUnbounded<(WorkerReply, int)>();

    private readonly object gate = new();
    private long held;
    private bool isComplete;

    /// <summary>Adds a reply, and waits before that while the queue is full; without a reader it is dropped.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="bytes">The bytes of its content.</param>
    public void Add(WorkerReply reply, int bytes)
    {
        lock (gate)
        {
            // A reply that is larger than the queue waits until it is alone.
            while (held > 0 && held + bytes + Overhead > MostBytes && !isComplete)
                Monitor.Wait(gate);
            if (isComplete)
                return;
            held += bytes + Overhead;
            replies.Writer.TryWrite((reply, bytes));
        }
    }

    /// <summary>Takes no more replies; those that wait to be added are dropped.</summary>
    public void Complete()
    {
        lock (gate)
        {
            isComplete = true;
            replies.Writer.TryComplete();
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>The replies with the bytes of each, to the last one.</summary>
    public async IAsyncEnumerable<(WorkerReply Reply, int Bytes)> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach ((WorkerReply reply, int bytes) in replies.Reader.ReadAllAsync(cancellationToken))
        {
            lock (gate)
            {
                held -= bytes + Overhead;
                Monitor.PulseAll(gate);
            }
            yield return (reply, bytes);
        }
    }
}
