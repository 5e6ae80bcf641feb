using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

public class CanonicalJsonTests
{
    [Theory]
    [InlineData("\u0000\u0007\u001f", "\"\\u0000\\u0007\\u001f\"")]
    [InlineData("\b\f\n\r\t\"\\/", "\"\\b\\f\\n\\r\\t\\\"\\\\/\"")]
    [InlineData("\u007f\u0085\u2028<>&+'é循", "\"\u007f\u0085\u2028<>&+'é循\"")]
    [InlineData("😀", "\"😀\"")]
    public void Strings_are_escaped_as_Python_escapes_them(string text, string expected)
    {
        Assert.Equal(expected, CanonicalJson.Write(JsonValue.Create(text)));
    }

    [Fact]
    public void Unpaired_surrogates_are_escaped_so_that_the_file_stays_UTF_8()
    {
        Assert.Equal("\"\\ud83dx\\ude00\"", CanonicalJson.Write(JsonValue.Create("\ud83dx\ude00")));
    }

    [Fact]
    public void Empty_lists_and_objects_stay_on_one_line()
    {
        Assert.Equal(
            "{\n \"a\": [],\n \"b\": {}\n}",
            CanonicalJson.Write(new JsonObject { ["b"] = new JsonObject(), ["a"] = new JsonArray() }));
    }

    [Fact]
    public void Keys_are_sorted_by_code_point_not_by_UTF_16_unit()
    {
        var tree = new JsonObject { ["😁"] = 4, ["😀"] = 3, ["\uff01"] = 2, ["a"] = 1, ["B"] = 0 };

        Assert.Equal(
            "{\n \"B\": 0,\n \"a\": 1,\n \"\uff01\": 2,\n \"😀\": 3,\n \"😁\": 4\n}", CanonicalJson.Write(tree));
    }

    [Fact]
    public void Any_string_survives_writing_and_reading()
    {
        Prop.ForAll<string>(text =>
        {
            if (text is null)
                return;
            JsonNode? read = JsonTreeReader.Read(
                System.Text.Encoding.UTF8.GetBytes(CanonicalJson.Write(JsonValue.Create(text))));
            Assert.Equal(text, read!.GetValue<string>());
        }).CheckSeeded();
    }

    [Fact]
    public void Code_point_order_is_the_order_of_UTF_32()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>((x, y) =>
        {
            int expected = Utf32(x.Get).AsSpan().SequenceCompareTo(Utf32(y.Get));
            Assert.Equal(Math.Sign(expected), Math.Sign(CodePointOrder.Instance.Compare(x.Get, y.Get)));
        }).CheckSeeded();

        static int[] Utf32(string text)
        {
            var points = new List<int>();
            for (int i = 0; i < text.Length; i++)
                points.Add(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])
                    ? char.ConvertToUtf32(text[i], text[++i])
                    : text[i]);
            return [.. points];
        }
    }
}
