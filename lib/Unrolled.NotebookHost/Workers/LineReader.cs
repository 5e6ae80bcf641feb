namespace Unrolled.NotebookHost.Workers;

/// <summary>Reads lines of bytes that are not longer than a limit.</summary>
/// <param name="stream">The stream.</param>
/// <param name="longest">The most bytes of a line.</param>
internal sealed class LineReader(Stream stream, int longest)
{
    private const int UsualBuffer = 1 << 16;

    private byte[] buffer = new byte[UsualBuffer];
    private int start;
    private int held;

    /// <summary>Whether a line was longer than the limit; no more are read then.</summary>
    public bool WasTooLong { get; private set; }

    /// <summary>
    /// The next line without its end, valid until the next call; null at the end of the stream, and at a line that is
    /// too long.
    /// </summary>
    public ReadOnlyMemory<byte>? Read()
    {
        int searched = 0;
        while (!WasTooLong)
        {
            if (buffer.AsSpan(start + searched, held - searched).IndexOf((byte)'\n') is >= 0 and int rest)
                return Take(searched + rest);
            searched = held;
            WasTooLong = held > longest;
            if (!WasTooLong && !Fill())
                return null;
        }
        return null;
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        ReadOnlyMemory<byte> line = buffer.AsMemory(start, length);
        (start, held) = (start + length + 1, held - length - 1);
        return line;
    }

    // False at the end of the stream.
    private bool Fill()
    {
        if (held == 0 && buffer.Length > UsualBuffer)
            buffer = new byte[UsualBuffer];
        else if (start > 0)
            buffer.AsSpan(start, held).CopyTo(buffer);
        start = 0;
        if (held == buffer.Length)
            Array.Resize(ref buffer, 2 * held);
        int count = stream.Read(buffer, held, buffer.Length - held);
        held += count;
        return count > 0;
    }
}
