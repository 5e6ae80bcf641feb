
namespace Unrolled.Tests.Datasets;

public sealed class SunspotsTests
{
    private const string File = "sunspots/sunspots_yearly_1700_2008.csv";

    [Fact]
    public void The_years_run_from_1700_to_2008_without_a_gap()
    {
        Assert.Equal(Enumerable.Range(1700, 309), Sunspots.Load().Select(year => year.Year));
    }

    [Fact]
    public void The_numbers_are_those_of_the_file()
    {
        IReadOnlyList<SunspotYear> years = Sunspots.Load();

        Assert.Equal(new SunspotYear(1700, 5), years[0]);
        Assert.Equal(new SunspotYear(1749, 80.9), years[49]);
        Assert.Equal(new SunspotYear(1957, 190.2), years.MaxBy(year => year.Number));
        Assert.Equal(new SunspotYear(2008, 2.9), years[^1]);
    }

    [Theory]
    [InlineData("1704,36\n", "1704,abc\n", 6, 6, "expected a number in column SUNACTIVITY, found \"abc\"")]
    [InlineData("1704,36\n", "1704,NaN\n", 6, 6, "expected a number in column SUNACTIVITY, found \"NaN\"")]
    [InlineData("1704,36\n", "1704,1e999\n", 6, 6, "expected a number in column SUNACTIVITY, found \"1e999\"")]
    [InlineData("1704,36\n", "1704, 36\n", 6, 6, "expected a number in column SUNACTIVITY, found \" 36\"")]
    [InlineData("1704,36\n", "1704,36,7\n", 6, 9, "expected 2 values, found 3")]
    [InlineData("1704,36\n", "1704\n", 6, 1, "expected 2 values, found 1")]
    [InlineData("1704,36\n", "\n1704,36\n", 6, 1, "expected 2 values, found 1")]
    [InlineData("1704,36\n", "17o4,36\n", 6, 1, "expected a whole number in column YEAR, found \"17o4\"")]
    [InlineData("1704,36\n", "", 6, 1, "expected 1704 in column YEAR, found \"1705\"", 1705)]
    [InlineData("1704,36\n", "1704,\"36\"x\n", 6, 10, "expected a comma after the closing quote, found 'x'")]
    [InlineData("1704,36\n", "1704,\"36\n", 6, 6, "the quoted field that starts here has no closing quote on its line")]
    [InlineData(
        "1704,36\n", "1704,3\"6\n", 6, 7,
        "a quote may stand only at the start of a field, or doubled inside a quoted one")]
    [InlineData("\"SUNACTIVITY\"", "\"ACTIVITY\"", 1, 1, "expected the header YEAR,SUNACTIVITY, found YEAR,ACTIVITY")]
    [InlineData("2008,2.9\n", "2008,2.9\n2009,3.1\n", 312, 1, "expected 309 rows, found 310")]
    public void A_damaged_line_is_named_with_its_line_and_column(
        string right, string wrong, int line, int column, string problem, int padWithYear = 0)
    {
        using DamagedData data = DamagedData.Text(File, text =>
            text.Replace(right, wrong, StringComparison.Ordinal) + (padWithYear > 0 ? $"{padWithYear},0\n" : ""));

        DataFileException error = Assert.Throws<DataFileException>(() => Sunspots.Load(data.Folder));

        Assert.Equal($"data/{File}({line},{column}): {problem}", error.Message);
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void A_truncated_file_is_told_by_its_rows()
    {
        using DamagedData data = DamagedData.Text(
            File, text => text[..(text.IndexOf("1900,", StringComparison.Ordinal))]);

        DataFileException error = Assert.Throws<DataFileException>(() => Sunspots.Load(data.Folder));

        Assert.Equal($"data/{File}(202,1): expected 309 rows, found 200", error.Message);
    }

    [Fact]
    public void A_byte_that_is_not_text_is_named_with_its_line_and_column()
    {
        using DamagedData data = DamagedData.Bytes(File, bytes =>
        {
            bytes[Array.IndexOf(bytes, (byte)'\n') + 6] = 0xFF;
            return bytes;
        });

        DataFileException error = Assert.Throws<DataFileException>(() => Sunspots.Load(data.Folder));

        Assert.Equal($"data/{File}(2,6): expected UTF-8 text, found the byte 0xFF", error.Message);
    }

    [Fact]
    public void A_missing_file_is_named_with_the_folder_that_should_hold_it()
    {
        using DamagedData data = DamagedData.Text("airline/airline-passengers.csv", text => text);

        DataFileException error = Assert.Throws<DataFileException>(() => Sunspots.Load(data.Folder));

        Assert.StartsWith(
            $"data/{File}: not found; the folder given is \"{data.Folder}\"", error.Message, StringComparison.Ordinal);
        Assert.Null(error.Line);
    }

    [Fact]
    public void Windows_line_ends_and_a_missing_last_one_change_no_row_but_the_checksum()
    {
        using DamagedData data = DamagedData.Text(
            File, text => text.TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal));

        DataFile file = new(data.Folder, File);
        IReadOnlyList<CsvRow> rows = CsvFile.Read(file, ["YEAR", "SUNACTIVITY"], Sunspots.Years);

        Assert.Equal(Sunspots.Load().Select(year => year.Number), rows.Select(row => row.Number(1)));
        Assert.Contains(
            "expected the SHA-256 checksum f67889b1", Assert.Throws<DataFileException>(
                () => Sunspots.Load(data.Folder)).Message);
    }
}
