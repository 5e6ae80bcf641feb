using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Unrolled;

/// <summary>
/// Writes tensors as the format's own implementation does: the widest types first, so that all values are aligned,
/// and by name within a type; the header is padded with spaces to a multiple of eight bytes.
/// </summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    public static void Write(
        Stream stream, IEnumerable<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        NamedTensor[] ordered =
            [.. tensors.OrderByDescending(tensor => tensor.Type).ThenBy(tensor => tensor.Name, ByUtf8.Instance)];
        ArrayBufferWriter<byte> header = new();
        WriteHeader(header, ordered, metadata);
        int padding = (Alignment - (header.WrittenCount % Alignment)) % Alignment;
        header.GetSpan(padding)[..padding].Fill((byte)' ');
        header.Advance(padding);

        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.WrittenCount);
        stream.Write(length);
        stream.Write(header.WrittenSpan);
        foreach (NamedTensor tensor in ordered)
            stream.Write(tensor.Bytes);
    }

    private static void WriteHeader(
        IBufferWriter<byte> buffer, IEnumerable<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using Utf8JsonWriter json = new(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        if (metadata.Count > 0)
        {
            json.WriteStartObject(SafetensorsHeader.MetadataKey);
            foreach ((string key, string value) in metadata.OrderBy(pair => pair.Key, ByUtf8.Instance))
                json.WriteString(key, value);
            json.WriteEndObject();
        }

        long begin = 0;
        foreach (NamedTensor tensor in tensors)
            WriteTensor(json, tensor, begin, begin += tensor.Bytes.Length);
        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, NamedTensor tensor, long begin, long end)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.ToString());
        json.WriteStartArray("shape");
        foreach (int length in tensor.Shape)
            json.WriteNumberValue(length);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// The format sorts names by their bytes; .NET's ordinal order differs beyond the first 65,536 characters.
    /// </summary>
    private sealed class ByUtf8 : IComparer<string>
    {
        public static readonly ByUtf8 Instance = new();

        public int Compare(string? x, string? y) =>
            Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}
