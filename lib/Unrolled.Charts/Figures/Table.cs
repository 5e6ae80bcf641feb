using Unrolled.Charts.Display;
using Unrolled.Charts.Tables;

namespace Unrolled.Charts;

/// <summary>
/// Results in rows and columns: numbers aligned at the decimal point, the best of a column bold.
/// <code>new Table("Adding problem", "model", new Column("error", 3, Best.Lowest)).Row("mean", 0.167).Row("LSTM", 0.0012)</code>
/// </summary>
[TypeFormatterSource(typeof(DrawingFormatterSource), PreferredMimeTypes = [HtmlFormatter.Html, PlainTextFormatter.Plain])]
public sealed class Table
{
    static Table()
    {
        ClrKernelDisplay.Register();
    }

    /// <summary>A table without rows.</summary>
    /// <param name="title">What the table shows; null for nothing.</param>
    /// <param name="columns">Headings, or columns with their digits and what is best in them.</param>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    public Table(string? title, params Column[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
            throw new ArgumentException($"Table \"{title}\" has no columns.", nameof(columns));
        Model = new TableModel(title, [.. columns]);
    }

    internal TableModel Model { get; private set; }

    /// <summary>A table with one row for each item and one column for each public property.</summary>
    /// <typeparam name="T">Often an anonymous type, whose properties are the headings.</typeparam>
    /// <param name="rows">The items.</param>
    /// <param name="title">What the table shows; null for nothing.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The type has no public properties.</exception>
    public static Table From<T>(IEnumerable<T> rows, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        System.Reflection.PropertyInfo[] properties = [.. typeof(T).GetProperties().Where(property => property.GetIndexParameters().Length == 0)];
        var table = new Table(title, [.. properties.Select(property => new Column(property.Name))]);
        foreach (T row in rows)
            table.Row([.. properties.Select(property => property.GetValue(row))]);
        return table;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One value for each column: a number, a text, or null for an empty cell.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than columns.</exception>
    public Table Row(params object?[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length != Model.Columns.Length)
            throw new ArgumentException(
                $"{Model.Named}, row {Model.Rows.Length + 1}: {cells.Length} values for {Model.Columns.Length} columns ({string.Join(", ", Model.Columns.Select(column => column.Name))}).");
        Model = Model with { Rows = Model.Rows.Add([.. cells]) };
        return this;
    }

    /// <summary>Adds a row for each of several lists of values.</summary>
    /// <param name="rows">The rows; see <see cref="Row"/>.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">A row has more or fewer values than there are columns.</exception>
    public Table Rows(IEnumerable<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (object?[] row in rows)
            Row(row);
        return this;
    }

    /// <summary>Adds a remark below the table.</summary>
    /// <param name="text">The remark.</param>
    /// <returns>This table.</returns>
    public Table Caption(string text)
    {
        Model = Model with { Caption = text };
        return this;
    }

    /// <summary>The table as one HTML element, readable on a light page and on a dark one.</summary>
    /// <returns>A <c>table</c> element.</returns>
    public string ToHtml() => TableHtml.Of(Model);

    /// <summary>The table as aligned text; the best values carry a star.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => TableText.Of(Model);
}
