using System.Text;
using Microsoft.VisualBasic.FileIO;
using Xunit.Abstractions;

namespace Unrolled.Tests.Datasets;

/// <summary>Comma-separated values that somebody made up, beside the reader that comes with .NET.</summary>
public sealed class HostileCsvTests(ITestOutputHelper output)
{
    private static readonly DataFile File = new("data", "hostile.csv");

    private static readonly string[] Pieces =
    [
        "a", "1.5", "-", " ", "\"", "\"\"", "\"x,y\"", "\"q\"\"q\"", ",", ",", ",", "\n", "\r\n", "é", "循", "😀", "\0",
    ];

    [Fact]
    public void A_hostile_table_is_read_as_another_reader_reads_it_or_refused_with_its_place() =>
        new HostileInputs(HostileShare.Csv, output).Check(Draw, IsReadAsElsewhere);

    // Half of the tables are whole, with two to four columns; then some of them are damaged.
    private static byte[] Draw(Random random)
    {
        int columns = random.Next(2, 5);
        IEnumerable<string> lines = Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
            string.Join(",", Enumerable.Range(0, columns).Select(_ => Field(random))));
        byte[] whole = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        return random.Next(2) == 0 ? whole : WithoutLoneReturns(Damage.InBytes(whole, random));
    }

    // To the other reader a carriage return ends a line, also where no line feed follows.
    private static byte[] WithoutLoneReturns(byte[] bytes) =>
        [.. bytes.Where((one, i) => one != '\r' || (i + 1 < bytes.Length && bytes[i + 1] == '\n'))];

    private static string Field(Random random)
    {
        string text = string.Concat(random.GetItems(Pieces, random.Next(4)));
        return random.Next(8) == 0 ? text
            : text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.ReplaceLineEndings(" ").Replace("\"", "\"\"")}\""
            : text;
    }

    private static bool IsReadAsElsewhere(byte[] bytes)
    {
        string[][]? rows = ReadElsewhere(bytes);
        int columns = rows is [var first, ..] ? first.Length : 2;
        IReadOnlyList<CsvRow> read;
        try
        {
            read = CsvFile.Parse(
                File, File.Decode(bytes), [.. Enumerable.Range(0, columns).Select(k => $"c{k}")], rows?.Length ?? 1,
                hasHeader: false);
        }
        catch (DataFileException refused)
        {
            Assert.Matches(@"^data/hostile\.csv\(\d+,\d+\): \S", refused.Message);
            return false;
        }

        Assert.NotNull(rows);
        Assert.Equal(rows, read.Select(row => Enumerable.Range(0, columns).Select(row.Text).ToArray()));
        return true;
    }

    // Null where it is no table.
    private static string[][]? ReadElsewhere(byte[] bytes)
    {
        using TextFieldParser parser = new(new StringReader(Encoding.UTF8.GetString(bytes)))
        {
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
            TrimWhiteSpace = false,
        };
        List<string[]> rows = [];
        try
        {
            while (parser.ReadFields() is { } fields)
                rows.Add(fields);
            return [.. rows];
        }
        catch (MalformedLineException)
        {
            return null;
        }
    }
}
