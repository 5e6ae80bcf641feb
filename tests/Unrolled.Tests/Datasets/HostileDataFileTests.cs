using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Xunit.Abstractions;

namespace Unrolled.Tests.Datasets;

/// <summary>Files of the data folder that somebody damaged: no value may ever be another than it was.</summary>
public sealed class HostileDataFileTests(ITestOutputHelper output) : IDisposable
{
    private const string Packed = "digits/digits.csv.gz";

    private static readonly Dictionary<string, Func<string?, object>> Readers = new()
    {
        ["airline/airline-passengers.csv"] = Airline.Load,
        [Packed] = Digits.Load,
        ["sunspots/sunspots_yearly_1700_2008.csv"] = Sunspots.Load,
        ["text/timemachine.txt"] = TimeMachine.LoadText,
        ["ud-pud/en_pud_upos.tsv"] = PartOfSpeech.Load,
        ["vowels/japanese_vowels_test.csv"] = JapaneseVowels.Load,
        ["weather/seattle-weather.csv"] = Weather.Load,
    };

    // The same text in other bytes is right as well, so the values count, and not the bytes.
    private static readonly ConcurrentDictionary<string, string> Right = [];

    private static readonly Lazy<byte[]> Bomb = new(() => Pack(new byte[200_000_000]));

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Files => [.. Readers.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_data_file_gives_the_right_values_or_is_refused_by_name(string file)
    {
        string right = Right.GetOrAdd(file, _ => Values(Readers[file](null)));
        byte[] whole = File.ReadAllBytes(DataFolder.Locate(file));
        folder.Write("data/README.md", "# Data\n");
        foreach (string other in Directory.GetFiles(Path.GetDirectoryName(DataFolder.Locate(file))!))
        {
            string copy = folder[Path.Combine("data", Path.GetDirectoryName(file)!, Path.GetFileName(other))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(other, copy);
        }

        new HostileInputs(HostileShare.EachDataFile, output).Check(
            random => Draw(whole, file == Packed, random), bytes => IsRight(file, bytes, right));
    }

    private static byte[] Draw(byte[] whole, bool isPacked, Random random) => (isPacked, random.Next(6)) switch
    {
        (_, 0) => whole,
        (true, 1) => Pack(Damage.InBytes(Unpack(whole), random)),
        (true, 2) when random.Next(3) == 0 => Bomb.Value,
        (true, 2) => [.. whole, .. whole],
        _ => Damage.InBytes(whole, random),
    };

    private bool IsRight(string file, byte[] bytes, string right)
    {
        File.WriteAllBytes(folder[$"data/{file}"], bytes);
        try
        {
            Assert.Equal(right, Values(Readers[file](folder["data"])));
            return true;
        }
        catch (DataFileException refused)
        {
            Assert.StartsWith($"data/{file}", refused.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private static string Values(object read) => JsonSerializer.Serialize(read);

    private static byte[] Unpack(byte[] packed)
    {
        using MemoryStream bytes = new();
        using GZipStream gzip = new(new MemoryStream(packed), CompressionMode.Decompress);
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
