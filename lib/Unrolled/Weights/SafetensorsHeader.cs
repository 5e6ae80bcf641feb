using System.Text.Json;
using System.Text.Unicode;

namespace Unrolled;

/// <summary>
/// The header of a safetensors file, which may be hostile: every claim is checked against the file before it is used,
/// and nothing is allocated because of a claim alone.
/// </summary>
internal sealed class SafetensorsHeader
{
    public const string MetadataKey = "__metadata__";

    private readonly string file;
    private readonly Dictionary<string, TensorEntry> entries = [];
    private readonly Dictionary<string, string> metadata = [];

    private SafetensorsHeader(string file) => this.file = file;

    /// <summary>The tensors in the order of their values in the file.</summary>
    public IReadOnlyList<TensorEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Metadata => metadata;

    /// <param name="json">The header's bytes.</param>
    /// <param name="dataLength">The number of bytes of the file after the header.</param>
    /// <param name="file">The file's name for error messages.</param>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, long dataLength, string file)
    {
        SafetensorsHeader header = new(file);
        header.RequireText(json);
        try
        {
            header.ReadRoot(json);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape of half a character.
            throw new SafetensorsException(file, $"the header is not valid JSON: {damaged.Message}", damaged);
        }

        header.Entries = [.. header.entries.Values.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        header.RequireNoHolesAndNoOverlaps(dataLength);
        return header;
    }

    private void RequireText(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json[0] != (byte)'{')
            throw new SafetensorsException(file, "the header does not begin with '{'.");
        if (!Utf8.IsValid(json))
            throw new SafetensorsException(file, "the header is not UTF-8 text.");
    }

    private void ReadRoot(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        bool hasMetadata = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name != MetadataKey)
                ReadTensor(ref reader, name);
            else if (hasMetadata)
                throw new SafetensorsException(file, $"{MetadataKey} stands in the header twice.");
            else
                ReadMetadata(ref reader, out hasMetadata);
        }

        // Reads past the closing brace, where only white space may follow.
        reader.Read();
    }

    private void ReadMetadata(ref Utf8JsonReader reader, out bool hasMetadata)
    {
        hasMetadata = true;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new SafetensorsException(file, $"{MetadataKey} is not an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw new SafetensorsException(
                    file, $"{MetadataKey} holds a value that is not text: {reader.TokenType}.");
            if (!metadata.TryAdd(key, reader.GetString()!))
                throw new SafetensorsException(file, $"{MetadataKey} holds a key twice.");
        }
    }

    private void ReadTensor(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Error(name, "expected an object with dtype, shape and data_offsets.");
        ElementType? type = null;
        IReadOnlyList<int>? shape = null;
        (long Begin, long End)? offsets = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string field = reader.GetString()!;
            reader.Read();
            switch (field)
            {
                case "dtype" when type is null:
                    type = ReadType(ref reader, name);
                    break;
                case "shape" when shape is null:
                    shape = ReadShape(ref reader, name);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadOffsets(ref reader, name);
                    break;
                case "dtype" or "shape" or "data_offsets":
                    throw Error(name, $"{field} stands there twice.");
                default:
                    throw Error(name, "a field other than dtype, shape and data_offsets.");
            }
        }

        TensorEntry entry = new(
            name,
            type ?? throw Error(name, "dtype is missing."),
            shape ?? throw Error(name, "shape is missing."),
            offsets?.Begin ?? throw Error(name, "data_offsets is missing."),
            offsets.Value.End);
        RequireSize(entry);
        if (!entries.TryAdd(name, entry))
            throw Error(name, "the name stands in the header twice.");
    }

    private ElementType ReadType(ref Utf8JsonReader reader, string tensor)
    {
        string? found = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        foreach (ElementType type in Enum.GetValues<ElementType>())
        {
            if (type.ToString() == found)
                return type;
        }

        string shown = found is null ? "no text" : $"\"{found[..Math.Min(found.Length, 20)]}\"";
        throw Error(tensor, $"expected a dtype of {string.Join(", ", Enum.GetNames<ElementType>())}, found {shown}.");
    }

    private List<int> ReadShape(ref Utf8JsonReader reader, string tensor)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Error(tensor, "shape is not a list.");
        List<int> shape = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out int length) || length < 0)
                throw Error(
                    tensor, $"dimension {shape.Count} of the shape is not a whole number from 0 to {int.MaxValue}.");
            shape.Add(length);
        }

        return shape;
    }

    private (long Begin, long End) ReadOffsets(ref Utf8JsonReader reader, string tensor)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Error(tensor, "data_offsets is not a list.");
        Span<long> offsets = stackalloc long[2];
        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == 2 || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out offsets[count++]))
                throw Error(tensor, "data_offsets is not a list of two whole numbers.");
        }

        return count == 2 && offsets[0] >= 0 && offsets[0] <= offsets[1]
            ? (offsets[0], offsets[1])
            : throw Error(
                tensor, "data_offsets is not a list of two whole numbers, from 0 up, the end not before the begin.");
    }

    private void RequireSize(TensorEntry entry)
    {
        string shape = NamedTensor.Format(entry.Shape.Take(8)) + (entry.Shape.Count > 8 ? "…" : "");
        long size = entry.Type.Size();
        foreach (int length in entry.Shape)
        {
            // Multiplying by 0 later does not make an impossible product possible.
            if (length != 0 && size > long.MaxValue / length)
                throw Error(entry.Name, $"the shape {shape} has more values than can be counted.");
            size *= Math.Max(length, 1);
        }

        if (entry.Shape.Contains(0))
            size = 0;
        if (entry.End - entry.Begin != size)
            throw Error(
                entry.Name,
                $"{entry.Type} {shape} takes {size} bytes, data_offsets [{entry.Begin}, {entry.End}] "
                + $"give {entry.End - entry.Begin}.");
        if (size > Array.MaxLength)
            throw Error(entry.Name, $"{size} bytes are more than this reader takes, {Array.MaxLength}.");
    }

    private void RequireNoHolesAndNoOverlaps(long dataLength)
    {
        long end = 0;
        foreach (TensorEntry entry in Entries)
        {
            if (entry.End > dataLength)
                throw Error(
                    entry.Name,
                    $"its values end at byte {entry.End}, but the file holds {dataLength} bytes of values.");
            if (entry.Begin != end)
                throw Error(
                    entry.Name,
                    $"its values begin at byte {entry.Begin}, expected {end}: the file "
                    + $"has {(entry.Begin < end ? "an overlap" : "a hole")} before them.");
            end = entry.End;
        }

        if (end != dataLength)
            throw new SafetensorsException(
                file, $"the tensors take {end} bytes, but the file holds {dataLength} bytes of values.");
    }

    private SafetensorsException Error(string tensor, string problem) =>
        SafetensorsException.OfTensor(file, tensor, problem);
}

/// <summary>The entry of one tensor; the offsets count from the first byte after the header.</summary>
internal sealed record TensorEntry(string Name, ElementType Type, IReadOnlyList<int> Shape, long Begin, long End);
