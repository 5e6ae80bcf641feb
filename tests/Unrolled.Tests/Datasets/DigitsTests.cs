using System.IO.Compression;
using System.Text;

namespace Unrolled.Tests.Datasets;

public sealed class DigitsTests
{
    private const string File = "digits/digits.csv.gz";

    [Fact]
    public void The_images_are_1797_of_64_pixels_and_come_as_often_as_the_data_sets_description_says()
    {
        IReadOnlyList<HandwrittenDigit> digits = Digits.Load();

        Assert.Equal(1797, digits.Count);
        Assert.All(digits, digit => Assert.Equal(64, digit.Pixels.Count));
        Assert.All(digits.SelectMany(digit => digit.Pixels), pixel => Assert.InRange(pixel, 0, 16));
        Assert.Equal(
            [178, 182, 177, 183, 181, 182, 181, 179, 174, 180],
            digits.GroupBy(digit => digit.Label).OrderBy(group => group.Key).Select(group => group.Count()));
    }

    [Fact]
    public void The_first_image_is_the_zero_that_the_file_starts_with()
    {
        HandwrittenDigit first = Digits.Load()[0];

        Assert.Equal(0, first.Label);
        Assert.Equal([0, 0, 5, 13, 9, 1, 0, 0], first.Pixels.Take(8));
    }

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        using DamagedData data = DamagedData.Bytes(File, bytes => bytes[..(bytes.Length / 2)]);

        Assert.StartsWith(
            $"data/{File}", Assert.Throws<DataFileException>(() => Digits.Load(data.Folder)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_packed_is_refused()
    {
        using DamagedData data = DamagedData.Bytes(File, _ => Encoding.UTF8.GetBytes("0,0,5"));

        Assert.StartsWith(
            $"data/{File}: expected a whole gzip file",
            Assert.Throws<DataFileException>(() => Digits.Load(data.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pixel_that_is_too_dark_is_named_by_its_place_in_the_unpacked_text()
    {
        using DamagedData data = DamagedData.Bytes(
            File, bytes => Pack(Unpack(bytes).Replace("0,0,5,13,9", "0,0,5,17,9", StringComparison.Ordinal)));

        Assert.StartsWith(
            $"data/{File}(1,7): expected a whole number from 0 to 16 in column pixel3, found \"17\"",
            Assert.Throws<DataFileException>(() => Digits.Load(data.Folder)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_unpacks_to_gigabytes_is_refused_after_the_first()
    {
        using DamagedData data = DamagedData.Bytes(File, _ => Pack(new string('0', 50_000_000)));

        long before = GC.GetAllocatedBytesForCurrentThread();
        DataFileException error = Assert.Throws<DataFileException>(() => Digits.Load(data.Folder));

        Assert.Equal($"data/{File}: expected at most 1000000 unpacked bytes, found more.", error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    private static string Unpack(byte[] bytes)
    {
        using StreamReader text = new(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private static byte[] Pack(string text)
    {
        using MemoryStream bytes = new();
        using (GZipStream gzip = new(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
