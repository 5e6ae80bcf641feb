using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Unrolled.NotebookHost.Figures;

/// <summary>Writes pictures as PNG files with one byte a pixel, far less than a browser writes.</summary>
internal static class IndexedPng
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(RgbImage image)
    {
        PngPalette palette = PngPalette.Of(image);
        using MemoryStream file = new();
        file.Write(PngFormat.Signature);
        WriteChunk(file, PngFormat.Header, Header(image));
        WriteChunk(file, PngFormat.Palette, [.. palette.Colours.SelectMany(Channels)]);
        WriteChunk(file, PngFormat.Data, Rows(image, palette));
        WriteChunk(file, PngFormat.End, []);
        return file.ToArray();
    }

    /// <summary>A browser's file made smaller; the file itself where that cannot be done.</summary>
    public static byte[] Compact(byte[] png) =>
        PngReader.Read(png) is { } image && Write(image) is var compact && compact.Length < png.Length ? compact : png;

    private static byte[] Header(RgbImage image)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        (header[8], header[9]) = (8, PngFormat.IndexedColour);
        return header;
    }

    private static IEnumerable<byte> Channels(int colour) => [(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour];

    // Every row begins with its filter: none, which is best where neighbouring indices mean nothing to each other.
    private static byte[] Rows(RgbImage image, PngPalette palette)
    {
        using MemoryStream data = new();
        using (ZLibStream deflated = new(data, CompressionLevel.SmallestSize))
            for (int y = 0; y < image.Height; y++)
            {
                deflated.WriteByte(0);
                deflated.Write(
                    [.. image.Pixels.AsSpan(y * image.Width, image.Width).ToArray().Select(colour => palette[colour])]);
            }
        return data.ToArray();
    }

    private static void WriteChunk(Stream file, string type, byte[] content)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngFormat.Crc(checkedPart));
        file.Write(number);
    }
}
