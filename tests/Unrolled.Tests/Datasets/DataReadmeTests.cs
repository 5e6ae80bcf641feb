using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Unrolled.Tests.Datasets;

public sealed partial class DataReadmeTests
{
    private const string Reference = "torchsharp-reference";

    /// <summary>The files of our own; all others were received or recorded and have a checksum.</summary>
    private static readonly string[] Ours =
    [
        "README.md",
        "language/README.md",
        $"{Reference}/README.md",
        $"{Reference}/generate.cs",
        $"{Reference}/Directory.Build.props",
        $"{Reference}/Directory.Packages.props",
    ];

    private static readonly string Folder = Path.GetDirectoryName(DataFolder.Locate("README.md"))!;

    public static TheoryData<string, int, string> Table()
    {
        TheoryData<string, int, string> table = [];
        foreach ((string file, int rows, string checksum) in Rows())
            table.Add(file, rows, checksum);
        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_file_has_the_checksum_that_the_table_gives(string file, int rows, string checksum)
    {
        Assert.True(rows > 0);
        Assert.Equal(checksum, Checksum(file));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_file_has_the_rows_that_the_table_gives(string file, int rows, string checksum)
    {
        Assert.NotEmpty(checksum);
        int header = file.EndsWith(".csv", StringComparison.Ordinal) ? 1 : 0;
        Assert.Equal(rows, Lines(file) - header);
    }

    [Fact]
    public void Every_recorded_output_has_the_checksum_that_its_list_gives()
    {
        Assert.All(RecordedChecksums(), recorded => Assert.Equal(recorded.Checksum, Checksum(recorded.File)));
    }

    [Fact]
    public void No_file_of_the_folder_is_missing_from_the_tables()
    {
        string[] present =
        [
            .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
                .Except(Ours).Order(StringComparer.Ordinal),
        ];
        string[] listed =
        [
            .. Rows().Select(row => row.File)
                .Concat(RecordedChecksums().Select(recorded => recorded.File)).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(listed, present);
    }

    private static (string File, int Rows, string Checksum)[] Rows() =>
        [.. TableRow().Matches(File.ReadAllText(DataFolder.Locate("README.md"))).Select(match =>
            (match.Groups["file"].Value, int.Parse(match.Groups["rows"].Value), match.Groups["checksum"].Value))];

    private static (string File, string Checksum)[] RecordedChecksums() =>
        [.. File.ReadLines(DataFolder.Locate($"{Reference}/SHA256SUMS")).Select(line => line.Split("  "))
            .Select(parts => ($"{Reference}/{parts[1]}", parts[0]))];

    private static string Checksum(string file) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))));

    private static int Lines(string file)
    {
        if (file.EndsWith(".safetensors", StringComparison.Ordinal))
            return SafetensorsFile.Load(Path.Combine(Folder, file)).Tensors.Count;
        using Stream bytes = File.OpenRead(Path.Combine(Folder, file));
        using StreamReader text = new(
            file.EndsWith(".gz", StringComparison.Ordinal)
                ? new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionMode.Decompress)
                : bytes);
        int lines = 0;
        while (text.ReadLine() is not null)
            lines++;
        return lines;
    }

    [GeneratedRegex(
        @"^\| `(?<file>[^`]+)` \| .* \| (?<rows>\d+) \| `(?<checksum>[0-9a-f]{64})` \|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
