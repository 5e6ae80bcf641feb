using System.Collections.Immutable;
using System.Reflection;

namespace Unrolled;

/// <summary>Choice of the value of a table's column that is the best, and therefore bold.</summary>
public enum BestValue
{
    /// <summary>No value is bold.</summary>
    None,

    /// <summary>The lowest, as for an error.</summary>
    Lowest,

    /// <summary>The highest, as for an accuracy.</summary>
    Highest,
}

/// <summary>One column of a <see cref="Table"/>.</summary>
/// <param name="Name">The heading, with the unit.</param>
/// <param name="Digits">The number of significant digits; whole numbers keep all of theirs.</param>
/// <param name="Best">The value that is bold.</param>
public sealed record Column(string Name, int Digits = 4, BestValue Best = BestValue.None)
{
    /// <summary>A column of which only the heading is given.</summary>
    /// <param name="name">The heading.</param>
    public static implicit operator Column(string name) => new(name);
}

/// <summary>
/// Results in rows and columns: numbers aligned at the decimal point, the best of a column bold.
/// <code>
/// new Table("Adding problem", "model", new Column("error", 3, BestValue.Lowest))
///     .Row("mean", 0.167).Row("LSTM", 0.0012)
/// </code>
/// </summary>
[TypeFormatterSource(
    typeof(ShownFormatterSource), PreferredMimeTypes = [HtmlFormatter.Html, PlainTextFormatter.Plain])]
public sealed class Table : IShown
{
    static Table()
    {
        ClrKernelDisplay.Register();
    }

    /// <summary>A table without rows.</summary>
    /// <param name="title">The title; null for none.</param>
    /// <param name="columns">Headings, or columns with their digits and their best value.</param>
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
    /// <param name="title">The title; null for none.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The type has no public properties.</exception>
    public static Table From<T>(IEnumerable<T> rows, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        PropertyInfo[] properties =
            [.. typeof(T).GetProperties().Where(property => property.GetIndexParameters().Length == 0)];
        var table = new Table(title, [.. properties.Select(property => new Column(property.Name))]);
        foreach (T row in rows)
            table.Row([.. properties.Select(property => property.GetValue(row))]);
        return table;
    }

    /// <summary>A table of one experiment from several seeds: a row for each setting, a column for each seed.</summary>
    /// <param name="title">The title; null for none.</param>
    /// <param name="setting">The heading of the settings, such as "model".</param>
    /// <param name="seeds">The number of seeds, at least 1; the columns are "seed 1", "seed 2", …</param>
    /// <param name="digits">The number of significant digits of the results.</param>
    /// <returns>The table, whose rows <see cref="Row(string, IEnumerable{double})"/> adds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no seed.</exception>
    public static Table OfSeeds(string? title, string setting, int seeds = 5, int digits = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        return new Table(
            title, [setting, .. Enumerable.Range(1, seeds).Select(seed => new Column($"seed {seed}", digits))]);
    }

    /// <summary>Adds a row of one setting and its results, as <see cref="OfSeeds"/> has them.</summary>
    /// <param name="setting">The setting, the first column's cell.</param>
    /// <param name="results">The result from each seed, one for each further column.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">There are more or fewer results than further columns.</exception>
    public Table Row(string setting, IEnumerable<double> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return Row([setting, .. results.Cast<object?>()]);
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
                $"{Model.Named}, row {Model.Rows.Length + 1}: {cells.Length} values for {Model.Columns.Length} columns "
                + $"({string.Join(", ", Model.Columns.Select(column => column.Name))}).");
        Model = Model with { Rows = Model.Rows.Add([.. cells]) };
        return this;
    }

    /// <summary>Adds a row for each of several lists of values.</summary>
    /// <param name="rows">The rows; see <see cref="Row(object[])"/>.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">A row has more or fewer values than there are columns.</exception>
    public Table Rows(IEnumerable<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (object?[] row in rows)
            Row(row);
        return this;
    }

    /// <summary>Sets the remark below the table.</summary>
    /// <param name="text">The remark.</param>
    /// <returns>This table.</returns>
    public Table Caption(string text)
    {
        Model = Model with { Caption = text };
        return this;
    }

    /// <summary>The table as one HTML element, readable on light and on dark pages.</summary>
    /// <returns>A <c>table</c> element.</returns>
    public string ToHtml() => TableHtml.Of(Model);

    /// <summary>The table as aligned text; the best values have a star.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => TableText.Of(Model);
}

/// <summary>The whole content of a table.</summary>
internal sealed record TableModel(string? Title, ImmutableArray<Column> Columns)
{
    public ImmutableArray<ImmutableArray<object?>> Rows { get; init; } = [];

    public string? Caption { get; init; }

    public string Named => Title is null ? "The table" : $"Table \"{Title}\"";
}
