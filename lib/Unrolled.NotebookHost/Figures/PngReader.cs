using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Unrolled.NotebookHost.Figures;

/// <summary>
/// Reads PNG files in the form in which browsers write them: eight bits a channel, in colour, not interlaced.
/// </summary>
internal static class PngReader
{
    private const int HeaderSize = 13;

    /// <summary>The picture, its transparency ignored; null when the file has another form.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static RgbImage? Read(byte[] png)
    {
        using MemoryStream data = new();
        byte[] header = [];
        foreach ((string type, Memory<byte> content) in Chunks(png))
            if (type == PngFormat.Header)
                header = content.ToArray();
            else if (type == PngFormat.Data)
                data.Write(content.Span);
        if (header.Length != HeaderSize)
            throw new InvalidDataException("The image has no header.");
        int channels = header[9] switch { PngFormat.TrueColour => 3, PngFormat.TrueColourWithAlpha => 4, _ => 0 };
        bool isInterlaced = header[12] != 0;
        if (header[8] != 8 || channels == 0 || isInterlaced)
            return null;
        data.Position = 0;
        return Decode(
            data, BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)),
            channels);
    }

    // Each chunk: the length of its content, its type, the content, a check.
    private static IEnumerable<(string Type, Memory<byte> Content)> Chunks(byte[] png)
    {
        if (!png.AsSpan().StartsWith(PngFormat.Signature))
            throw new InvalidDataException("The image is no PNG file.");
        int position = PngFormat.Signature.Length;
        while (position + 12 <= png.Length)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(position));
            if (length < 0 || length > png.Length - position - 12)
                throw new InvalidDataException("The image ends in the middle of a part.");
            yield return (Encoding.ASCII.GetString(png, position + 4, 4), png.AsMemory(position + 8, length));
            position += 12 + length;
        }
    }

    private static RgbImage Decode(Stream data, int width, int height, int channels)
    {
        using ZLibStream inflated = new(data, CompressionMode.Decompress);
        int[] pixels = new int[width * height];
        byte[] row = new byte[width * channels], above = new byte[width * channels];
        for (int y = 0; y < height; y++)
        {
            int filter = inflated.ReadByte();
            if (inflated.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
                throw new InvalidDataException($"The image ends in row {y + 1} of {height}.");
            Unfilter(filter, row, above, channels);
            for (int x = 0; x < width; x++)
                pixels[y * width + x] = row[x * channels] << 16 | row[x * channels + 1] << 8 | row[x * channels + 2];
            (row, above) = (above, row);
        }
        return new RgbImage(width, height, pixels);
    }

    // Each byte was stored as the difference from a prediction by its neighbours (PNG, 9.2).
    private static void Unfilter(int filter, byte[] row, byte[] above, int channels)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < channels
                ? 0
                : row[i - channels], up = above[i], upperLeft = i < channels ? 0 : above[i - channels];
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, upperLeft),
                _ => throw new InvalidDataException($"The image has a row of the unknown filter {filter}."),
            });
        }
    }

    // The neighbour that is nearest to left + up − upperLeft (PNG, 9.4).
    private static int Paeth(int left, int up, int upperLeft)
    {
        int toLeft = Math.Abs(up - upperLeft), toUp = Math.Abs(left - upperLeft), toUpperLeft = Math.Abs(
            left + up - 2 * upperLeft);
        return toLeft <= toUp && toLeft <= toUpperLeft ? left : toUp <= toUpperLeft ? up : upperLeft;
    }
}

/// <summary>An opaque picture.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Pixels">The colours as 0xRRGGBB, row by row from the upper left.</param>
internal sealed record RgbImage(int Width, int Height, int[] Pixels);
