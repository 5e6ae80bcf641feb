using System.Globalization;
using System.Text;

namespace Unrolled;

/// <summary>
/// A strict reader of comma-separated values that knows the place of every field: the header must be the one
/// expected, every row must have its columns, and the rows must be as many as the data set has, unless it grows.
/// Lines end with LF or CRLF; the last line end may be missing. A field in quotes does not span lines.
/// </summary>
internal static class CsvFile
{
    public static IReadOnlyList<CsvRow> Read(DataFile file, IReadOnlyList<string> columns, int? expectedRows) =>
        Parse(file, file.ReadText(), columns, expectedRows, hasHeader: true);

    public static IReadOnlyList<CsvRow> Parse(
        DataFile file, string text, IReadOnlyList<string> columns, int? expectedRows, bool hasHeader)
    {
        List<CsvRow> rows = [];
        int number = 0;
        foreach (string line in TextLines.Of(text))
        {
            number++;
            CsvRow row = new(file, number, columns, Fields(file, number, line));
            if (hasHeader && number == 1)
                row.RequireHeader();
            else
                rows.Add(row.RequireEveryColumn());
        }

        if (expectedRows is { } expected)
            file.RequireRows(expected, rows.Count, number + 1);
        return rows;
    }

    /// <summary>A file of somebody else: whatever columns its header names, each by another name.</summary>
    public static (IReadOnlyList<string> Columns, IReadOnlyList<CsvRow> Rows) ReadAny(DataFile file)
    {
        string[] lines = [.. TextLines.Of(file.ReadText().TrimStart('\uFEFF'))];
        if (lines.Length == 0)
            throw file.Error(1, 1, "expected a header with the names of the columns, found nothing");
        List<CsvField> header = Fields(file, 1, lines[0]);
        string[] columns = [.. header.Select(field => field.Text.Trim())];
        int again = Array.FindIndex(columns, name => columns.Count(other => other == name) > 1);
        if (again >= 0)
            throw file.Error(1, header[again].Column, $"two columns have the name \"{columns[again]}\"");
        CsvRow[] rows = [.. lines.Skip(1).Select((line, i) =>
            new CsvRow(file, i + 2, columns, Fields(file, i + 2, line)).RequireEveryColumn())];
        return (columns, rows);
    }

    private static List<CsvField> Fields(DataFile file, int number, string line)
    {
        List<CsvField> fields = [];
        int position = 0;
        while (true)
        {
            int column = position + 1;
            string text = position < line.Length && line[position] == '"'
                ? Quoted(file, number, line, ref position)
                : Plain(file, number, line, ref position);
            fields.Add(new CsvField(text, column));
            if (position == line.Length)
                return fields;
            position++;
        }
    }

    private static string Plain(DataFile file, int number, string line, ref int position)
    {
        int start = position;
        int comma = line.IndexOf(',', start);
        position = comma < 0 ? line.Length : comma;
        int quote = line.IndexOf('"', start, position - start);
        return quote < 0
            ? line[start..position]
            : throw file.Error(
                number, quote + 1, "a quote may stand only at the start of a field, or doubled inside a quoted one");
    }

    private static string Quoted(DataFile file, int number, string line, ref int position)
    {
        int start = position++;
        StringBuilder text = new();
        while (position < line.Length)
        {
            char character = line[position++];
            if (character != '"')
            {
                text.Append(character);
            }
            else if (position < line.Length && line[position] == '"')
            {
                text.Append('"');
                position++;
            }
            else if (position == line.Length || line[position] == ',')
            {
                return text.ToString();
            }
            else
            {
                throw file.Error(
                    number, position + 1, $"expected a comma after the closing quote, found '{line[position]}'");
            }
        }

        throw file.Error(number, start + 1, "the quoted field that starts here has no closing quote on its line");
    }
}

/// <summary>
/// One line of a <see cref="CsvFile"/>; the error of a wrong value names its place.
/// </summary>
internal sealed class CsvRow(DataFile file, int line, IReadOnlyList<string> columns, IReadOnlyList<CsvField> fields)
{
    public int Line => line;

    public void RequireHeader()
    {
        string expected = string.Join(",", columns);
        string found = string.Join(",", fields.Select(field => field.Text));
        if (found != expected)
            throw file.Error(line, 1, $"expected the header {expected}, found {found}");
    }

    public CsvRow RequireEveryColumn()
    {
        if (fields.Count != columns.Count)
            throw file.Error(line, fields[^1].Column, $"expected {columns.Count} values, found {fields.Count}");
        return this;
    }

    public string Text(int index) => fields[index].Text;

    public double Number(int index) =>
        double.TryParse(
            Text(index),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out double value) && double.IsFinite(value)
            ? value
            : throw Unexpected(index, "a number");

    public int WholeNumber(int index, int least = int.MinValue, int greatest = int.MaxValue)
    {
        bool isWhole = int.TryParse(
            Text(index), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        if (isWhole && value >= least && value <= greatest)
            return value;
        throw Unexpected(
            index, greatest == int.MaxValue ? "a whole number" : $"a whole number from {least} to {greatest}");
    }

    public DateOnly Date(int index, string format) =>
        DateOnly.TryParseExact(
            Text(index), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Unexpected(index, $"a date {format}");

    /// <summary>A series has no gaps: its time must be the one that follows the row before.</summary>
    public void Require<TTime>(int index, TTime found, TTime expected)
        where TTime : IEquatable<TTime>
    {
        if (!found.Equals(expected))
            throw Unexpected(index, string.Create(CultureInfo.InvariantCulture, $"{expected}"));
    }

    public DataFileException Unexpected(int index, string expected) =>
        file.Error(
            line, fields[index].Column, $"expected {expected} in column {columns[index]}, found \"{Text(index)}\"");
}

/// <summary>One value of a row, and the column in characters, from 1, at which it starts.</summary>
internal readonly record struct CsvField(string Text, int Column);
