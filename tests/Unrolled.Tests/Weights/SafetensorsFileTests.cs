using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Tests.Weights;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-weights-");

    private string Target => Path.Combine(folder.FullName, "weights.safetensors");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "\"\": this is no path of a file.")]
    [InlineData("a\0b", "\"a\\0b\": this is no path of a file.")]
    public void What_is_no_path_is_refused_as_any_other_file_that_cannot_be_read(string path, string message)
    {
        Assert.Equal(message, Assert.Throws<SafetensorsException>(() => SafetensorsFile.Load(path)).Message);
        Assert.Throws<SafetensorsException>(() => new ParameterList().Load(path));
        Assert.Throws<ArgumentNullException>(() => SafetensorsFile.Load(null!));
    }

    [Fact]
    public void The_bytes_are_those_of_the_formats_description()
    {
        new SafetensorsFile(
            [
                NamedTensor.Create("b", [2], [1.0f, -2.0f]),
                NamedTensor.Create("a", [], [0.5]),
                NamedTensor.Create("n", [1, 1], [-1L]),
                NamedTensor.Create("ab", [0], Array.Empty<double>()),
            ],
            new Dictionary<string, string> { ["format"] = "unrolled" }).Save(Target);

        byte[] bytes = File.ReadAllBytes(Target);

        // Widest types first (I64 before F64, as the format's own implementation ranks them), then by name.
        string json =
            """{"__metadata__":{"format":"unrolled"},"n":{"dtype":"I64","shape":[1,1],"data_offsets":"""
            + """[0,8]},"a":{"dtype":"F64","shape":[],"data_offsets":[8,16]},"ab":"""
            + """{"dtype":"F64","shape":[0],"data_offsets":[16,16]},"b":"""
            + """{"dtype":"F32","shape":[2],"data_offsets":[16,24]}}""";
        string padded = json.PadRight((json.Length + 7) / 8 * 8);
        Assert.Equal(padded.Length, BitConverter.ToInt64(bytes));
        Assert.Equal(padded, Encoding.UTF8.GetString(bytes, 8, padded.Length));
        Assert.Equal(
            "FFFFFFFFFFFFFFFF" + "000000000000E03F" + "0000803F" + "000000C0",
            Convert.ToHexString(bytes.AsSpan(8 + padded.Length)));
    }

    [Fact]
    public void What_was_saved_is_loaded_bit_for_bit()
    {
        Prop.ForAll(Tensors().ToArbitrary(), tensors =>
        {
            new SafetensorsFile(tensors).Save(Target);
            SafetensorsFile loaded = SafetensorsFile.Load(Target);
            return loaded.Tensors.Count == tensors.Count && tensors.All(tensor => Same(tensor, loaded[tensor.Name]));
        }).CheckSeeded();
    }

    [Fact]
    public void The_same_tensors_in_another_order_give_the_same_bytes()
    {
        Prop.ForAll(Tensors().ToArbitrary(), tensors =>
        {
            new SafetensorsFile(tensors).Save(Target);
            byte[] forwards = File.ReadAllBytes(Target);
            new SafetensorsFile(tensors.Reverse()).Save(Target);
            return forwards.AsSpan().SequenceEqual(File.ReadAllBytes(Target));
        }).CheckSeeded();
    }

    [Fact]
    public void Every_recorded_file_survives_being_loaded_saved_and_loaded()
    {
        foreach (string path in Directory.EnumerateFiles(
            Path.GetDirectoryName(DataFolder.Locate("torchsharp-reference/index.json"))!, "*.safetensors"))
        {
            SafetensorsFile recorded = SafetensorsFile.Load(path);
            recorded.Save(Target);
            SafetensorsFile again = SafetensorsFile.Load(Target);

            Assert.NotEmpty(recorded.Tensors);
            Assert.All(recorded.Tensors, tensor => Assert.True(Same(tensor, again[tensor.Name]), $"{path}: {tensor}"));
        }
    }

    [Fact]
    public void A_recorded_lstm_has_torchs_names_and_shapes()
    {
        SafetensorsFile lstm = SafetensorsFile.Load(
            DataFolder.Locate("torchsharp-reference/lstm-i3-h4-l1-t5-b2.safetensors"));

        Assert.Equal(48, lstm.Require("weight_ih_l0", 16, 3).ToDoubles().Length);
        Assert.Equal("x: F64 [5, 2, 3]", lstm["x"].ToString());
        Assert.False(lstm.Contains("weight_ih_l1"));
    }

    [Fact]
    public void A_missing_tensor_is_named_with_those_that_are_there()
    {
        Save(NamedTensor.Create("present", [1], [1.0]));

        SafetensorsException error = Assert.Throws<SafetensorsException>(() => SafetensorsFile.Load(Target)["absent"]);

        Assert.Equal($"{Target}: tensor \"absent\": not found; there are present.", error.Message);
        Assert.Equal(("absent", Target), (error.Tensor, error.File));
    }

    [Fact]
    public void A_tensor_of_another_shape_than_required_is_named_with_both()
    {
        Save(NamedTensor.Create("weight", [2, 3], new double[6]));

        SafetensorsException error = Assert.Throws<SafetensorsException>(
            () => SafetensorsFile.Load(Target).Require("weight", 3, 2));

        Assert.Equal($"{Target}: tensor \"weight\": expected the shape [3, 2], found [2, 3].", error.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Assert.StartsWith(
            $"{Target}: could not be read", Assert.Throws<SafetensorsException>(
                () => SafetensorsFile.Load(Target)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_replaces_the_old_file_and_leaves_no_temporary_one()
    {
        Save(NamedTensor.Create("old", [1], [1.0]));
        Save(NamedTensor.Create("new", [1], [2.0]));

        Assert.True(SafetensorsFile.Load(Target).Contains("new"));
        Assert.Equal([Target], Directory.EnumerateFiles(folder.FullName));
    }

    [Fact]
    public void A_save_that_fails_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Target);

        Assert.ThrowsAny<Exception>(() => Save(NamedTensor.Create("a", [1], [1.0])));

        Assert.Empty(Directory.EnumerateFiles(folder.FullName));
    }

    [Fact]
    public void Saving_through_a_link_replaces_the_file_and_keeps_the_link()
    {
        string link = Path.Combine(folder.FullName, "latest.safetensors");
        Save(NamedTensor.Create("old", [1], [1.0]));
        File.CreateSymbolicLink(link, Target);

        new SafetensorsFile([NamedTensor.Create("new", [1], [2.0])]).Save(link);

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.True(SafetensorsFile.Load(Target).Contains("new"));
    }

    [Fact]
    public void The_free_text_comes_back()
    {
        Dictionary<string, string> text = new() { ["producer"] = "Unrolled", ["说明"] = "循环\n" };
        new SafetensorsFile([], text).Save(Target);

        Assert.Equal(text.OrderBy(pair => pair.Key), SafetensorsFile.Load(Target).Metadata.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Names_given_twice_or_reserved_are_refused()
    {
        NamedTensor a = NamedTensor.Create("a", [1], [1.0]);

        Assert.Throws<ArgumentException>(() => new SafetensorsFile([a, a]));
        Assert.Throws<ArgumentException>(() => new SafetensorsFile([NamedTensor.Create("__metadata__", [1], [1.0])]));
    }

    private static Gen<IList<NamedTensor>> Tensors() =>
        from count in Gen.Choose(0, 6)
        from tensors in Gen.CollectToSequence(Enumerable.Range(0, count).Select(Tensor))
        select (IList<NamedTensor>)[.. tensors];

    // The index makes names distinct; the part before it can be any text.
    private static Gen<NamedTensor> Tensor(int index) =>
        from prefix in Gen.Elements("", "weight_", "隐状态_", "\"quoted\"\\_", "𝒽_", "line\nbreak\0_", "é_")
        from rank in Gen.Choose(0, 3)
        from shape in Gen.ArrayOf(Gen.Choose(0, 4), rank)
        from type in Gen.Elements(ElementType.F32, ElementType.F64, ElementType.I64)
        from bits in Gen.ArrayOf(Bits, shape.Aggregate(1, (product, length) => product * length))
        select type switch
        {
            ElementType.F32 => NamedTensor.Create(
                $"{prefix}{index}", shape, [.. bits.Select(value => BitConverter.Int32BitsToSingle((int)value))]),
            ElementType.F64 =>
                NamedTensor.Create($"{prefix}{index}", shape, [.. bits.Select(BitConverter.Int64BitsToDouble)]),
            _ => NamedTensor.Create($"{prefix}{index}", shape, bits),
        };

    // Any bits, so NaNs, infinities and negative zeros too.
    private static Gen<long> Bits =>
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select ((long)high << 32) | (uint)low;

    private static bool Same(NamedTensor expected, NamedTensor found) =>
        expected.Type == found.Type
            && expected.Shape.SequenceEqual(found.Shape)
            && expected.Bytes.SequenceEqual(found.Bytes);

    private void Save(NamedTensor tensor) => new SafetensorsFile([tensor]).Save(Target);
}
