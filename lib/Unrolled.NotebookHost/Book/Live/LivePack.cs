using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// Files in one: the length of the index in four bytes, the first the lowest; the index, a JSON list of
/// <c>[name, offset, length]</c>; and the files. All of it is compressed with gzip, which every browser unpacks.
/// </summary>
internal static class LivePack
{
    /// <summary>The pack of some files.</summary>
    /// <param name="files">Name → content; the order of the names is that of the pack.</param>
    /// <returns>The compressed bytes, the same for the same files.</returns>
    public static byte[] Of(IReadOnlyDictionary<string, byte[]> files)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize))
        {
            byte[] index = JsonSerializer.SerializeToUtf8Bytes(Entries(files));
            byte[] length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, index.Length);
            gzip.Write(length);
            gzip.Write(index);
            foreach (string name in Names(files))
                gzip.Write(files[name]);
        }
        return packed.ToArray();
    }

    private static IEnumerable<string> Names(IReadOnlyDictionary<string, byte[]> files) =>
        files.Keys.Order(StringComparer.Ordinal);

    private static List<object[]> Entries(IReadOnlyDictionary<string, byte[]> files)
    {
        List<object[]> entries = [];
        int offset = 0;
        foreach (string name in Names(files))
        {
            entries.Add([name, offset, files[name].Length]);
            offset += files[name].Length;
        }
        return entries;
    }
}
