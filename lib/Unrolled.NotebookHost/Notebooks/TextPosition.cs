using System.Buffers;
using System.Text;

namespace Unrolled.NotebookHost.Notebooks;

/// <summary>A place in a text file, both numbers counted from 1, columns in characters.</summary>
internal readonly record struct TextPosition(long Line, long Column)
{
    /// <summary>The place of a byte, given as System.Text.Json gives it: from zero, in bytes of its line.</summary>
    public static TextPosition Of(ReadOnlySpan<byte> utf8, long lineIndex, long byteInLine)
    {
        for (long line = 0; line < lineIndex; line++)
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        ReadOnlySpan<byte> before = utf8[..(int)Math.Min(byteInLine, utf8.Length)];
        return new TextPosition(lineIndex + 1, CountCharacters(before) + 1);
    }

    /// <summary>Where a text stops being UTF-8; null when all of it is.</summary>
    public static TextPosition? OfInvalidUtf8(ReadOnlySpan<byte> utf8)
    {
        int position = 0;
        while (position < utf8.Length)
        {
            if (Rune.DecodeFromUtf8(utf8[position..], out _, out int length) != OperationStatus.Done)
            {
                ReadOnlySpan<byte> before = utf8[..position];
                int lineStart = before.LastIndexOf((byte)'\n') + 1;
                return Of(utf8, before.Count((byte)'\n'), position - lineStart);
            }
            position += length;
        }
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, column {Column}";

    private static int CountCharacters(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        foreach (byte b in utf8)
            if ((b & 0xC0) != 0x80)
                count++;
        return count;
    }
}
