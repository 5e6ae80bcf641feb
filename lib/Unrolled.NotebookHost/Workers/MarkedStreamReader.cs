using System.Text;

namespace Unrolled.NotebookHost.Workers;

/// <summary>Reads a byte stream as UTF-8 text in which a mark separates the text of one cell from the next.</summary>
/// <param name="stream">The stream.</param>
/// <param name="mark">The mark's bytes.</param>
/// <param name="onText">Called with every piece of text, in order.</param>
/// <param name="onMark">Called at the mark.</param>
internal sealed class MarkedStreamReader(Stream stream, byte[] mark, Action<string> onText, Action onMark)
{
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();

    /// <summary>Reads to the end of the stream.</summary>
    public void Run()
    {
        byte[] buffer = new byte[Math.Max(1 << 16, 2 * mark.Length)];
        int held = 0;
        while (stream.Read(buffer, held, buffer.Length - held) is > 0 and int count)
        {
            int consumed = Split(buffer.AsSpan(0, held + count));
            held = held + count - consumed;
            buffer.AsSpan(consumed, held).CopyTo(buffer);
        }
        Emit(buffer.AsSpan(0, held), flush: true);
    }

    private int Split(ReadOnlySpan<byte> bytes)
    {
        int start = 0;
        while (bytes[start..].IndexOf(mark) is >= 0 and int length)
        {
            Emit(bytes.Slice(start, length), flush: true);
            onMark();
            start += length + mark.Length;
        }
        int kept = PossibleMark(bytes[start..]);
        Emit(bytes[start..^kept], flush: false);
        return bytes.Length - kept;
    }

    // How many bytes at the end may be the beginning of a mark that has not arrived completely.
    private int PossibleMark(ReadOnlySpan<byte> bytes)
    {
        for (int length = Math.Min(mark.Length - 1, bytes.Length); length > 0; length--)
            if (bytes[^length..].SequenceEqual(mark.AsSpan(0, length)))
                return length;
        return 0;
    }

    private void Emit(ReadOnlySpan<byte> bytes, bool flush)
    {
        char[] characters = new char[decoder.GetCharCount(bytes, flush)];
        decoder.GetChars(bytes, characters, flush);
        if (characters.Length > 0)
            onText(new string(characters));
    }
}
