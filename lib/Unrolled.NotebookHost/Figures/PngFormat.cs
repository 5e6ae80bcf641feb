namespace Unrolled.NotebookHost.Figures;

/// <summary>The chunk names and the checksum of PNG files (https://www.w3.org/TR/png-3/).</summary>
internal static class PngFormat
{
    public const string Header = "IHDR", Palette = "PLTE", Data = "IDAT", End = "IEND";
    public const byte TrueColour = 2, IndexedColour = 3, TrueColourWithAlpha = 6;

    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Remainder)];

    public static ReadOnlySpan<byte> Signature =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>The cyclic redundancy check over a chunk's type and content (PNG, annex D).</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
            crc = Table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Remainder(int value)
    {
        uint remainder = (uint)value;
        for (int bit = 0; bit < 8; bit++)
            remainder = (remainder & 1) == 0 ? remainder >> 1 : Polynomial ^ (remainder >> 1);
        return remainder;
    }
}
