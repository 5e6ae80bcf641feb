using System.Text;

namespace Unrolled.Datasets;

/// <summary>
/// A strict reader of comma-separated values that knows where every field stands: the header must be the one
/// expected, every row must have its columns, and the rows must be as many as the data set has.
/// Lines end with LF or CRLF; the last line end may be missing. A field in quotes does not span lines.
/// </summary>
internal static class CsvFile
{
    public static IReadOnlyList<CsvRow> Read(DataFile file, IReadOnlyList<string> columns, int expectedRows) =>
        Parse(file, file.ReadText(), columns, expectedRows, hasHeader: true);

    public static IReadOnlyList<CsvRow> Parse(
        DataFile file, string text, IReadOnlyList<string> columns, int expectedRows, bool hasHeader)
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

        file.RequireRows(expectedRows, rows.Count, number + 1);
        return rows;
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
            : throw file.Error(number, quote + 1, "a quote may stand only at the start of a field, or doubled inside a quoted one");
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
                throw file.Error(number, position + 1, $"expected a comma after the closing quote, found '{line[position]}'");
            }
        }

        throw file.Error(number, start + 1, "the quoted field that starts here has no closing quote on its line");
    }
}
