using System.IO.Compression;

namespace Unrolled;

/// <summary>
/// 1,797 handwritten digits of 8×8 pixels by 13 writers.
/// Source: Alpaydin and Kaynak 1998, UCI data set 80, the part for testing.
/// </summary>
public static class Digits
{
    /// <summary>The number of images.</summary>
    public const int Images = 1797;

    /// <summary>The width and the height of an image, in pixels.</summary>
    public const int Side = 8;

    /// <summary>The value of a pixel full of ink.</summary>
    public const int FullInk = 16;

    /// <summary>Reads the images, in the order of the file.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">
    /// The file is missing or damaged; line and column are those of the unpacked text.
    /// </exception>
    public static IReadOnlyList<HandwrittenDigit> Load(string? dataFolder = null)
    {
        DataFile file = DataFolder.Find("digits/digits.csv.gz", dataFolder);
        string[] columns = [.. Enumerable.Range(0, Side * Side).Select(k => $"pixel{k}"), "digit"];
        return [.. CsvFile.Parse(file, Unpack(file), columns, Images, hasHeader: false).Select(Digit)];
    }

    private static HandwrittenDigit Digit(CsvRow row)
    {
        int[] pixels = [.. Enumerable.Range(0, Side * Side).Select(k => row.WholeNumber(k, 0, FullInk))];
        return new HandwrittenDigit(pixels, row.WholeNumber(Side * Side, 0, 9));
    }

    private static string Unpack(DataFile file)
    {
        using MemoryStream text = new();
        try
        {
            using GZipStream gzip = new(new MemoryStream(file.ReadBytes()), CompressionMode.Decompress);
            gzip.CopyTo(text);
        }
        catch (InvalidDataException damaged)
        {
            throw new DataFileException(file.Name, $"expected a whole gzip file: {damaged.Message}", damaged);
        }

        return file.Decode(text.ToArray());
    }
}

/// <summary>One image of <see cref="Digits"/>.</summary>
/// <param name="Pixels">64 pixels, row by row from the top left: 0 is empty, 16 is full of ink.</param>
/// <param name="Label">The digit, from 0 to 9.</param>
public sealed record HandwrittenDigit(IReadOnlyList<int> Pixels, int Label);
