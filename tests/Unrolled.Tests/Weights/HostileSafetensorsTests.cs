using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Unrolled.Tests.Weights;

/// <summary>Files of weights that somebody damaged or made up, beside a reader of the format in a few lines.</summary>
public sealed class HostileSafetensorsTests(ITestOutputHelper output)
{
    private const string Name = "hostile.safetensors";

    private static readonly string[] Names = ["weight_ih_l0", "隐状态", "\"quoted\"\\", "𝒽", "line\nbreak", ""];

    [Fact]
    public void A_hostile_file_is_read_as_the_format_says_or_refused_by_name() =>
        new HostileInputs(HostileShare.Safetensors, output).Check(Draw, IsReadAsTheFormatSays);

    // Half of the files lie in their header alone, half in any byte.
    private static byte[] Draw(Random random)
    {
        byte[] whole = Saved(random);
        if (random.Next(2) == 0)
            return Damage.InBytes(whole, random);
        int end = sizeof(ulong) + (int)BinaryPrimitives.ReadUInt64LittleEndian(whole);
        byte[] header = Damage.InTree(JsonNode.Parse(whole.AsSpan(sizeof(ulong)..end))!, random);
        byte[] length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        return [.. length, .. header, .. whole[end..]];
    }

    private static byte[] Saved(Random random)
    {
        using MemoryStream stream = new();
        Dictionary<string, string> metadata = random.Next(2) == 0 ? [] : new() { ["format"] = "pt", ["é"] = "😀" };
        SafetensorsWriter.Write(
            stream, Enumerable.Range(0, random.Next(5)).Select(i => Tensor(Names[i], random)), metadata);
        return stream.ToArray();
    }

    private static NamedTensor Tensor(string name, Random random)
    {
        int[] shape = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(5))];
        int count = shape.Aggregate(1, (product, length) => product * length);
        return random.Next(3) switch
        {
            0 => NamedTensor.Create(name, shape, [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())]),
            1 => NamedTensor.Create(name, shape, [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())]),
            _ => NamedTensor.Create(name, shape, [.. Enumerable.Range(0, count).Select(_ => random.NextInt64())]),
        };
    }

    private static bool IsReadAsTheFormatSays(byte[] bytes)
    {
        SafetensorsFile file;
        try
        {
            file = SafetensorsFile.Read(new MemoryStream(bytes), Name);
        }
        catch (SafetensorsException refused)
        {
            Assert.StartsWith($"{Name}: ", refused.Message, StringComparison.Ordinal);
            return false;
        }

        int end = sizeof(ulong) + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(sizeof(ulong)..end));
        JsonProperty[] entries = [.. header.RootElement.EnumerateObject()];
        JsonProperty[] tensors = [.. entries.Where(entry => entry.Name != "__metadata__")];
        Assert.Equal(tensors.Length, file.Tensors.Count);
        Assert.All(tensors, entry => AssertRead(entry, bytes.AsSpan(end), file[entry.Name]));
        Assert.Equal(
            entries.Except(tensors)
                .SelectMany(entry => entry.Value.EnumerateObject())
                .Select(text => (text.Name, text.Value.GetString()!)),
            file.Metadata.Select(text => (text.Key, text.Value)));
        return true;
    }

    private static void AssertRead(JsonProperty said, ReadOnlySpan<byte> data, NamedTensor read)
    {
        int[] offsets = [.. said.Value.GetProperty("data_offsets").EnumerateArray().Select(one => one.GetInt32())];
        ReadOnlySpan<byte> bytes = data[offsets[0]..offsets[1]];
        Assert.Equal(said.Value.GetProperty("dtype").GetString(), read.Type.ToString());
        Assert.Equal(said.Value.GetProperty("shape").EnumerateArray().Select(one => one.GetInt32()), read.Shape);
        Assert.True(bytes.SequenceEqual(read.Bytes), $"{read}: other bytes.");
        for (int i = 0; i < read.Count; i++)
            Assert.Equal(
                Value(bytes, read.Type, i), read.Type == ElementType.I64 ? read.ToInt64s()[i] : read.ToDoubles()[i]);
    }

    private static double Value(ReadOnlySpan<byte> bytes, ElementType type, int i) => type switch
    {
        ElementType.F16 => (double)BitConverter.ToHalf(bytes[(2 * i)..]),
        ElementType.BF16 => BitConverter.Int32BitsToSingle(BitConverter.ToUInt16(bytes[(2 * i)..]) << 16),
        ElementType.F32 => BitConverter.ToSingle(bytes[(4 * i)..]),
        ElementType.F64 => BitConverter.ToDouble(bytes[(8 * i)..]),
        _ => BitConverter.ToInt64(bytes[(8 * i)..]),
    };
}
