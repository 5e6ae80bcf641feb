using System.IO.Compression;

namespace Unrolled;

/// <summary>
/// 1,797 handwritten digits of 8×8 pixels by 13 writers. The file does not say who wrote which, so that no split can
/// keep the writers of its parts apart.
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

    // The text has 264,712 bytes; a damaged or hostile file may unpack to any number.
    private const int LongestText = 1_000_000;

    /// <summary>Reads the images, in the order of the file.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">
    /// The file is missing or damaged; line and column are those of the unpacked text.
    /// </exception>
    public static IReadOnlyList<HandwrittenDigit> Load(string? dataFolder = null)
    {
        DataFile file = DataFolder.Find("digits/digits.csv.gz", dataFolder);
        string[] columns = [.. Enumerable.Range(0, Side * Side).Select(k => $"pixel{k}"), "digit"];
        IReadOnlyList<CsvRow> rows = CsvFile.Parse(file, Unpack(file), columns, Images, hasHeader: false);
        HandwrittenDigit[] digits = [.. rows.Select(Digit)];
        file.RequireChecksum("46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a");
        return digits;
    }

    private static HandwrittenDigit Digit(CsvRow row)
    {
        int[] pixels = [.. Enumerable.Range(0, Side * Side).Select(k => row.WholeNumber(k, 0, FullInk))];
        return new HandwrittenDigit(pixels, row.WholeNumber(Side * Side, 0, 9));
    }

    private static string Unpack(DataFile file)
    {
        byte[] text = new byte[LongestText + 1];
        int length;
        try
        {
            using GZipStream gzip = new(new MemoryStream(file.ReadBytes()), CompressionMode.Decompress);
            length = gzip.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            throw new DataFileException(file.Name, $"expected a whole gzip file: {damaged.Message}", damaged);
        }

        return length <= LongestText
            ? file.Decode(text[..length])
            : throw new DataFileException(file.Name, $"expected at most {LongestText} unpacked bytes, found more.");
    }
}

/// <summary>One image of <see cref="Digits"/>.</summary>
/// <param name="Pixels">64 pixels, row by row from the top left: 0 is empty, 16 is full of ink.</param>
/// <param name="Label">The digit, from 0 to 9.</param>
public sealed record HandwrittenDigit(IReadOnlyList<int> Pixels, int Label);
