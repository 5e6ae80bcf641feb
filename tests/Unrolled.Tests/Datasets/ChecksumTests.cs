using System.IO.Compression;

namespace Unrolled.Tests.Datasets;

/// <summary>A change that every parser reads is still no data of the project.</summary>
public sealed class ChecksumTests
{
    private static readonly Dictionary<string, (Action<string> Load, Func<byte[], byte[]> Change)> Files = new()
    {
        ["sunspots/sunspots_yearly_1700_2008.csv"] = (folder => Sunspots.Load(folder), Text("1700,5", "1700,6")),
        ["airline/airline-passengers.csv"] = (folder => Airline.Load(folder), Text(",112", ",113")),
        ["weather/seattle-weather.csv"] = (folder => Weather.Load(folder), Text("12.8", "12.9")),
        ["text/timemachine.txt"] = (folder => TimeMachine.LoadText(folder), Text("Time Traveller", "Time traveller")),
        ["vowels/japanese_vowels_train.csv"] = (LoadVowels, Text("1.860936", "1.860937")),
        ["vowels/japanese_vowels_test.csv"] = (LoadVowels, Text(".", ".0")),
        ["digits/digits.csv.gz"] = (folder => Digits.Load(folder), Repacked),
        ["ud-pud/en_pud_upos.tsv"] = (folder => PartOfSpeech.Load(folder), Text("the\tDET", "The\tDET")),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_with_other_bytes_is_refused_with_both_checksums_and_what_to_do(string name)
    {
        (Action<string> load, Func<byte[], byte[]> change) = Files[name];
        using DamagedData data = DamagedData.Bytes(name, change);
        foreach (string other in Files.Keys.Where(file => file.StartsWith("vowels", StringComparison.Ordinal)))
        {
            string path = Path.Combine(data.Folder, other);
            if (!File.Exists(path) && name.StartsWith("vowels", StringComparison.Ordinal))
                File.Copy(DataFolder.Locate(other), path);
        }

        DataFileException error = Assert.Throws<DataFileException>(() => load(data.Folder));

        Assert.Matches(
            $"^data/{name}: expected the SHA-256 checksum [0-9a-f]{{64}}, found [0-9a-f]{{64}}: the file was changed. "
            + "Take it again from the project's data folder.$",
            error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void What_is_no_path_of_a_folder_is_refused_as_a_missing_file(string folder) =>
        Assert.Contains(
            "which is no path of a folder", Assert.Throws<DataFileException>(() => Sunspots.Load(folder)).Message);

    private static void LoadVowels(string folder) => JapaneseVowels.Load(folder);

    // The first occurrence alone.
    private static Func<byte[], byte[]> Text(string right, string wrong) => bytes =>
    {
        string text = System.Text.Encoding.UTF8.GetString(bytes);
        int place = text.IndexOf(right, StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetBytes(text[..place] + wrong + text[(place + right.Length)..]);
    };

    // The same text from another packer.
    private static byte[] Repacked(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream writer = new(packed, CompressionLevel.Fastest))
        using (GZipStream reader = new(new MemoryStream(bytes), CompressionMode.Decompress))
            reader.CopyTo(writer);
        return packed.ToArray();
    }
}
