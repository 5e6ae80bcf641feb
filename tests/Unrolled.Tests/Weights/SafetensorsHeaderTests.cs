using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Tests.Weights;

public sealed class SafetensorsHeaderTests
{
    private const string A = """{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""";

    [Theory]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "a",
        "F32 [3] takes 12 bytes, data_offsets [0, 8] give 8.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "a",
        "its values end at byte 8, but the file holds 7 bytes of values.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, null,
        "the tensors take 8 bytes, but the file holds 9 bytes of values.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "a",
        "its values begin at byte 4, expected 0: the file has a hole before them.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":"""
        + """{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""",
        12, "b", "its values begin at byte 4, expected 8: the file has an overlap before them.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "a",
        "data_offsets is not a list of two whole numbers, from 0 up, the end not before the begin.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", 8, "a",
        "data_offsets is not a list of two whole numbers, from 0 up, the end not before the begin.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}""", 8, "a",
        "data_offsets is not a list of two whole numbers.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8.0]}}""", 8, "a",
        "data_offsets is not a list of two whole numbers.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,18446744073709551615]}}""", 8, "a",
        "data_offsets is not a list of two whole numbers.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":"0,8"}}""", 8, "a", "data_offsets is not a list.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,8]}}""", 8, "a",
        "the shape [2147483647, 2147483647, 2147483647] has more values than can be counted.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2147483647,2147483647,0,2147483647],"data_offsets":[0,0]}}""", 0, "a",
        "the shape [2147483647, 2147483647, 0, 2147483647] has more values than can be counted.")]
    [InlineData(
        """{"a":{"dtype":"F64","shape":[2147483647,4],"data_offsets":[0,68719476704]}}""", 8, "a",
        "68719476704 bytes are more than this reader takes, 2147483591.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1,2,1,1,1,1,1,1,1,3],"data_offsets":[0,8]}}""", 8, "a",
        "F32 [1, 2, 1, 1, 1, 1, 1, 1]… takes 24 bytes, data_offsets [0, 8] give 8.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "a",
        "dimension 0 of the shape is not a whole number from 0 to 2147483647.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[1,2147483648],"data_offsets":[0,8]}}""", 8, "a",
        "dimension 1 of the shape is not a whole number from 0 to 2147483647.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}}""", 8, "a",
        "dimension 0 of the shape is not a whole number from 0 to 2147483647.")]
    [InlineData("""{"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", 8, "a", "shape is not a list.")]
    [InlineData(
        """{"a":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}}""", 8, "a",
        "expected a dtype of F16, BF16, F32, F64, I64, found \"C64\".")]
    [InlineData(
        """{"a":{"dtype":"f32","shape":[2],"data_offsets":[0,8]}}""", 8, "a",
        "expected a dtype of F16, BF16, F32, F64, I64, found \"f32\".")]
    [InlineData(
        """{"a":{"dtype":4,"shape":[2],"data_offsets":[0,8]}}""", 8, "a",
        "expected a dtype of F16, BF16, F32, F64, I64, found no text.")]
    [InlineData("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", 8, "a", "dtype is missing.")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", 8, "a", "shape is missing.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", 8, "a", "data_offsets is missing.")]
    [InlineData(
        """{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "a",
        "dtype stands there twice.")]
    [InlineData(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}""", 8, "a",
        "a field other than dtype, shape and data_offsets.")]
    [InlineData("""{"a":[1]}""", 8, "a", "expected an object with dtype, shape and data_offsets.")]
    [InlineData($$"""{"a":{{A}},"a":{{A}}}""", 8, "a", "the name stands in the header twice.")]
    [InlineData($$"""{"a":{{A}},"\u0061":{{A}}}""", 8, "a", "the name stands in the header twice.")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, null, "__metadata__ stands in the header twice.")]
    [InlineData("""{"__metadata__":{"k":1}}""", 0, null, "__metadata__ holds a value that is not text: Number.")]
    [InlineData("""{"__metadata__":{"k":"","k":""}}""", 0, null, "__metadata__ holds a key twice.")]
    [InlineData("""{"__metadata__":"text"}""", 0, null, "__metadata__ is not an object.")]
    [InlineData(" {}", 0, null, "the header does not begin with '{'.")]
    [InlineData("[]", 0, null, "the header does not begin with '{'.")]
    [InlineData("", 0, null, "the header does not begin with '{'.")]
    public void A_header_that_lies_is_refused_with_the_file_and_the_tensor(
        string json, int dataLength, string? tensor, string problem)
    {
        SafetensorsException error = Assert.Throws<SafetensorsException>(() => Read(json, dataLength));

        Assert.Equal("lie.safetensors: " + (tensor is null ? "" : $"tensor \"{tensor}\": ") + problem, error.Message);
        Assert.Equal(tensor, error.Tensor);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}x")]
    [InlineData("{}{}")]
    [InlineData("""{"a":""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}/* */""")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""")]
    public void A_header_that_is_not_json_is_refused(string json)
    {
        Assert.StartsWith(
            "lie.safetensors: the header is not valid JSON: ",
            Assert.Throws<SafetensorsException>(() => Read(json, 8)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_is_not_utf8_is_refused()
    {
        Assert.Equal(
            "lie.safetensors: the header is not UTF-8 text.",
            Assert.Throws<SafetensorsException>(() => Read([(byte)'{', 0xFF], [])).Message);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 }, "expected at least 8 bytes, found 3.")]
    [InlineData(
        new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 1 },
        "the header is said to be 18446744073709551615 bytes long; at most 100000000 are read.")]
    [InlineData(
        new byte[] { 2, 0, 0, 0, 0, 0, 0, 0, 1 }, "the header is said to be 2 bytes long, but only 1 bytes follow.")]
    public void A_length_that_lies_is_refused_before_anything_is_allocated(byte[] bytes, string problem)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal($"lie.safetensors: {problem}", Assert.Throws<SafetensorsException>(() => ReadFile(bytes)).Message);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_tensor_that_claims_gigabytes_is_refused_before_they_are_allocated()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<SafetensorsException>(
            () => Read("""{"a":{"dtype":"F32","shape":[500000000],"data_offsets":[0,2000000000]}}""", 8));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Spaces_may_follow_the_header_and_fields_may_come_in_any_order()
    {
        SafetensorsFile file = Read(
            """{"b":{"data_offsets":[8,16],"shape":[],"dtype":"I64"},"a":"""
            + """{"shape":[2,1],"dtype":"F32","data_offsets":[0,8]}}   """,
            16);

        Assert.Equal(["a: F32 [2, 1]", "b: I64 []"], file.Tensors.Select(tensor => tensor.ToString()));
    }

    [Fact]
    public void A_very_long_name_is_shortened_in_the_message()
    {
        string name = new('n', 100_000);

        SafetensorsException error = Assert.Throws<SafetensorsException>(() => Read($"{{\"{name}\":1}}", 8));

        Assert.InRange(error.Message.Length, 80, 300);
        Assert.Equal(name, error.Tensor);
    }

    [Fact]
    public void Any_header_built_at_random_is_read_or_refused_by_name()
    {
        Prop.ForAll(
            Header().ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(),
            (json, dataLength) => IsReadOrRefused(Encoding.UTF8.GetBytes(json), dataLength))
            .CheckSeeded(tests: 3000);
    }

    [Fact]
    public void Any_damage_to_a_good_file_is_survived_or_refused_by_name()
    {
        byte[] good = Encoding.UTF8.GetBytes(
            $$$"""{"__metadata__":{"k":"v"},"a":{{{A}}},"é":{"dtype":"I64","shape":[1],"data_offsets":[8,16]}}""");
        Gen<(int Place, int Value)[]> damage = Gen.ArrayOf(
            from place in Gen.Choose(0, good.Length - 1)
            from value in Gen.OneOf(
                Gen.Choose(0, 255), Gen.Elements<int>('"', '{', '}', '[', ']', ',', ':', '0', '9', '-', '\\'))
            select (place, value));

        Prop.ForAll(damage.ToArbitrary(), changes =>
        {
            byte[] damaged = [.. good];
            foreach ((int place, int value) in changes)
                damaged[place] = (byte)value;
            return IsReadOrRefused(damaged, 16);
        }).CheckSeeded(tests: 3000);
    }

    [Fact]
    public void A_good_file_cut_anywhere_is_refused()
    {
        byte[] whole = WholeFile(Encoding.UTF8.GetBytes($$"""{"a":{{A}}}"""), new byte[8]);

        Assert.All(
            Enumerable.Range(0, whole.Length),
            length => Assert.Throws<SafetensorsException>(() => ReadFile(whole[..length])));
    }

    private static Gen<string> Header() =>
        from entries in Gen.ArrayOf(Entry())
        from close in Gen.Elements("}", "}", "}", "}  ", "", "}}")
        select "{" + string.Join(",", entries) + close;

    private static Gen<string> Entry() =>
        from name in Gen.Elements("a", "b", "c", "__metadata__", "", "\\u0061", "\\ud83d")
        from type in Gen.Elements("\"F64\"", "\"F32\"", "\"F16\"", "\"I64\"", "\"U8\"", "1", "null")
        from shape in Gen.ArrayOf(Number())
        from offsets in Gen.OneOf(Gen.ArrayOf(Number(), 2), Gen.ArrayOf(Number()))
        from value in Gen.Frequency(
            (9, Gen.Constant(
                $$"""{"dtype":{{type}},"shape":[{{string.Join(",", shape)}}],"data_offsets":"""
                + $$"""[{{string.Join(",", offsets)}}]}""")),
            (1, Gen.Elements("{}", "[]", "1", "\"text\"", "null", """{"k":"v"}""", """{"dtype":{}}""")))
        select $"\"{name}\":{value}";

    private static Gen<string> Number() =>
        Gen.Elements(
            "0", "1", "2", "4", "8", "16", "24", "-1", "2147483647", "2147483648", "9223372036854775807",
            "9223372036854775808", "1e3", "0.5", "null");

    private static bool IsReadOrRefused(byte[] json, int dataLength)
    {
        try
        {
            return Read(json, new byte[dataLength]).Tensors.Sum(tensor => (long)tensor.Bytes.Length) == dataLength;
        }
        catch (SafetensorsException refused)
        {
            return refused.Message.StartsWith("lie.safetensors: ", StringComparison.Ordinal);
        }
    }

    private static SafetensorsFile Read(string json, int dataLength) =>
        Read(Encoding.UTF8.GetBytes(json), new byte[dataLength]);

    private static SafetensorsFile Read(byte[] json, byte[] data) => ReadFile(WholeFile(json, data));

    private static SafetensorsFile ReadFile(byte[] bytes) =>
        SafetensorsFile.Read(new MemoryStream(bytes), "lie.safetensors");

    private static byte[] WholeFile(byte[] json, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }
}
