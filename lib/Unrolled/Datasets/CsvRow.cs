using System.Globalization;

namespace Unrolled.Datasets;

/// <summary>One line of a <see cref="CsvFile"/>; reading a value that is not what it should be names its place.</summary>
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
        bool isWhole = int.TryParse(Text(index), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        if (isWhole && value >= least && value <= greatest)
            return value;
        throw Unexpected(index, greatest == int.MaxValue ? "a whole number" : $"a whole number from {least} to {greatest}");
    }

    public DateOnly Date(int index, string format) =>
        DateOnly.TryParseExact(Text(index), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
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
        file.Error(line, fields[index].Column, $"expected {expected} in column {columns[index]}, found \"{Text(index)}\"");
}
