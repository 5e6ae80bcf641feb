using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// Writes replies at once and whole, from any thread: the outputs before a crash have then reached the host.
/// </summary>
internal sealed class ReplyWriter(Stream stream)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, char> heldSurrogates = [];

    public void Write(WorkerReply reply)
    {
        lock (gate)
        {
            if (reply is OutputReply { Output: StreamOutput text })
                reply = new OutputReply(text with { Text = WholeCharacters(text) });
            stream.Write(WireFormat.Encode(reply));
            stream.Flush();
        }
    }

    // JSON has no half characters: the first half of a surrogate pair waits for the write that brings the second.
    private string WholeCharacters(StreamOutput output)
    {
        string text = heldSurrogates.Remove(output.Name, out char held) ? held + output.Text : output.Text;
        if (text.Length == 0 || !char.IsHighSurrogate(text[^1]))
            return text;
        heldSurrogates[output.Name] = text[^1];
        return text[..^1];
    }
}
