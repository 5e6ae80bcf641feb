using System.Globalization;

namespace Unrolled;

/// <summary>
/// The text of one cell. An aligned number has two parts: up to its decimal point, and from the decimal point on.
/// </summary>
internal readonly record struct TableCell(string Head, string Tail, bool IsNumber, bool IsBest)
{
    public string Text => Head + Tail;
}

/// <summary>The cells of one column as text whose decimal points can be aligned.</summary>
internal sealed class TableColumn
{
    private TableColumn(Column column, TableCell[] cells, bool isNumeric)
    {
        Name = SafeText.Clean(column.Name);
        Cells = cells;
        IsNumeric = isNumeric;
        HeadWidth = Longest(cells.Where(cell => cell.IsNumber).Select(cell => cell.Head));
        TailWidth = Longest(cells.Where(cell => cell.IsNumber).Select(cell => cell.Tail));
        Width = new[] { Name.Length, HeadWidth + TailWidth, Longest(cells.Select(cell => cell.Text)) }.Max();
    }

    public string Name { get; }

    public IReadOnlyList<TableCell> Cells { get; }

    public bool IsNumeric { get; }

    public int Width { get; }

    public int TailWidth { get; }

    private int HeadWidth { get; }

    public static IReadOnlyList<TableColumn> Of(TableModel table) =>
        [.. table.Columns.Select((column, index) => Of(column, [.. table.Rows.Select(row => row[index])]))];

    private static TableColumn Of(Column column, object?[] values)
    {
        double?[] numbers = [.. values.Select(Number)];
        double? best = BestOf(column.Best, numbers);
        TableCell[] cells = [.. values.Select((value, row) => Cell(value, numbers[row], column.Digits, best))];
        return new TableColumn(column, cells, numbers.Any(number => number is not null));
    }

    private static TableCell Cell(object? value, double? number, int digits, double? best)
    {
        if (number is not { } written)
            return new TableCell(SafeText.Clean(value?.ToString() ?? ""), "", IsNumber: false, IsBest: false);
        string text = IsWhole(value) && Math.Abs(written) < 1e15
            ? NumberText.Fixed(written, 0)
            : Significant(written, digits);
        int point = text.IndexOf('.') is var found and >= 0 ? found : text.Length;
        bool aligned = double.IsFinite(written) && !text.Contains('×');
        return aligned
            ? new TableCell(text[..point], text[point..], IsNumber: true, written == best)
            : new TableCell(text, "", IsNumber: false, written == best);
    }

    // Trailing zeros stay: 0.50 to two digits says more than 0.5.
    private static string Significant(double value, int digits)
    {
        if (!double.IsFinite(value) || value == 0)
            return NumberText.Short(value);
        string scientific = value.ToString("E" + (digits - 1), CultureInfo.InvariantCulture);
        double rounded = double.Parse(scientific, CultureInfo.InvariantCulture);
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(rounded)));
        return exponent is >= -4 and < 7
            ? NumberText.Fixed(rounded, Math.Max(0, digits - 1 - exponent))
            : NumberText.Short(value, digits);
    }

    private static double? BestOf(BestValue best, double?[] numbers)
    {
        double[] finite = [.. numbers.OfType<double>().Where(double.IsFinite)];
        return finite.Length == 0 ? null : best switch
        {
            BestValue.Lowest => finite.Min(),
            BestValue.Highest => finite.Max(),
            _ => null,
        };
    }

    private static double? Number(object? value) => value is double or float or decimal or Half || IsWhole(value)
        ? Convert.ToDouble(value is Half half ? (double)half : value, CultureInfo.InvariantCulture)
        : null;

    private static bool IsWhole(object? value) =>
        value is int or long or short or byte or sbyte or uint or ulong or ushort;

    private static int Longest(IEnumerable<string> texts) => texts.Select(text => text.Length).DefaultIfEmpty().Max();
}
