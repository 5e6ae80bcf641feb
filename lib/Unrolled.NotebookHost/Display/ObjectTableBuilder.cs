using System.Collections;
using System.Runtime.CompilerServices;

namespace Unrolled.NotebookHost.Display;

/// <summary>
/// Makes tables of values that are read better as one: objects, sequences of objects, dictionaries, matrices.
/// </summary>
internal static class ObjectTableBuilder
{
    /// <summary>The table; null when the value is better read as a line.</summary>
    public static ObjectTable? TryBuild(object value)
    {
        if (Shape.TryText(value) is not null)
            return null;
        if (value is Array { Rank: 2 } matrix)
            return OfMatrix(matrix);
        if (value is Array { Rank: > 2 })
            return null;
        if (value is IDictionary dictionary)
            return OfDictionary(dictionary);
        if (Shape.TryItems(value) is { } items)
            return TryOfItems(items);
        return value is ITuple ? null : OfObject(value);
    }

    private static ObjectTable? OfObject(object value)
    {
        if (DisplayedMember.Of(value.GetType()) is not [_, ..] members)
            return null;
        InlineScope scope = InlineScope.Outermost.Enter(value)!;
        return new ObjectTable(
            [new ObjectTableColumn("Member"), new ObjectTableColumn("Value")],
            [.. members.Select(member => Row(member.Name, member.TextOf(value, scope)))],
            Title: TypeNames.IsAnonymous(value.GetType()) ? null : TypeNames.Of(value.GetType()));
    }

    private static ObjectTable OfDictionary(IDictionary dictionary)
    {
        var entries = Shape.EntriesOf(dictionary).Take(Shape.MaximumItems).ToList();
        return new ObjectTable(
            [
                new ObjectTableColumn("Key", AreNumbers(entries.Select(entry => entry.Key))),
                new ObjectTableColumn("Value", AreNumbers(entries.Select(entry => entry.Value))),
            ],
            [.. entries.Select(entry => Row(InlineText.Of(entry.Key), InlineText.Of(entry.Value)))],
            Footnote(entries.Count, dictionary.Count, hasMore: dictionary.Count > entries.Count));
    }

    private static ObjectTable? TryOfItems(IEnumerable items)
    {
        List<object?> shown = [];
        bool hasMore = false;
        foreach (object? item in items)
        {
            hasMore = shown.Count == Shape.MaximumItems;
            if (hasMore)
                break;
            shown.Add(item);
        }

        string? footnote = Footnote(shown.Count, InlineText.CountOf(items), hasMore);
        if (shown.Count == 0)
            return null;
        if (shown.All(IsListOfText))
            return OfLists([.. shown.Select(row => Shape.TryItems(row!)!.Cast<object?>())], footnote);
        return shown.All(item => item is not null && (Shape.IsObject(item) || item is ITuple))
            ? OfObjects(shown!, footnote)
            : null;
    }

    private static ObjectTable? OfObjects(List<object> rows, string? footnote)
    {
        // Rows of several types share a column where they share a member's name.
        var members = rows.Select(row => row.GetType()).Distinct().ToDictionary(type => type, ColumnsOf);
        List<string> names =
            [.. members.Values.SelectMany(columns => columns).Select(member => member.Name).Distinct()];
        if (names.Count == 0)
            return null;
        return new ObjectTable(
            [.. names.Select(name => new ObjectTableColumn(name, members.Values
                .SelectMany(columns => columns)
                .Where(member => member.Name == name)
                .All(member => ScalarText.IsNumber(Nullable.GetUnderlyingType(member.Type) ?? member.Type))))],
            [.. rows.Select(
                row => (IReadOnlyList<string>)[.. names.Select(name => CellOf(row, members[row.GetType()], name))])],
            footnote);
    }

    private static IReadOnlyList<DisplayedMember> ColumnsOf(Type type) =>
        typeof(ITuple).IsAssignableFrom(type)
            ? [.. type.GetGenericArguments()
                .Select((item, i) => new DisplayedMember($"Item{i + 1}", item, row => ((ITuple)row)[i]))]
            : DisplayedMember.Of(type);

    private static string CellOf(object row, IReadOnlyList<DisplayedMember> members, string name) =>
        members.FirstOrDefault(member => member.Name == name)?.TextOf(row, InlineScope.Outermost.Enter(row)!) ?? "";

    private static ObjectTable OfMatrix(Array matrix)
    {
        int rowCount = matrix.GetLength(0);
        var rows = Enumerable.Range(0, Math.Min(rowCount, Shape.MaximumItems)).Select(row =>
            Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix.GetValue(row, column)));
        return OfLists(
            [.. rows], Footnote(Math.Min(rowCount, Shape.MaximumItems), rowCount, rowCount > Shape.MaximumItems));
    }

    private static ObjectTable OfLists(IReadOnlyList<IEnumerable<object?>> rows, string? footnote)
    {
        List<List<object?>> shown = [.. rows.Select(row => row.Take(Shape.MaximumItems + 1).ToList())];
        int width = shown.Max(row => row.Count);
        bool isCut = width > Shape.MaximumItems;
        width = Math.Min(width, Shape.MaximumItems);
        bool isNumeric = AreNumbers(shown.SelectMany(row => row));
        return new ObjectTable(
            [
                new ObjectTableColumn("", IsNumeric: true),
                .. Enumerable.Range(0, width).Select(column => new ObjectTableColumn($"{column}", isNumeric)),
                .. isCut ? [new ObjectTableColumn("…")] : Array.Empty<ObjectTableColumn>(),
            ],
            [.. shown.Select((row, index) => (IReadOnlyList<string>)
                [
                    $"{index}",
                    .. Enumerable.Range(0, width)
                        .Select(column => column < row.Count ? InlineText.Of(row[column]) : ""),
                    .. isCut ? [row.Count > width ? "…" : ""] : Array.Empty<string>(),
                ])],
            footnote);
    }

    private static bool IsListOfText(object? value) =>
        value is not null and not IDictionary and not Array { Rank: > 1 }
        && !Shape.TryGroupKey(value, out _)
        && Shape.TryText(value) is null
        && Shape.TryItems(value) is { } items
        && items.Cast<object?>()
            .Take(Shape.MaximumItems + 1).All(item => item is null || Shape.TryText(item) is not null);

    private static bool AreNumbers(IEnumerable<object?> values) =>
        values.All(value => value is null || ScalarText.IsNumber(value.GetType()));

    private static string? Footnote(int shown, int? count, bool hasMore) =>
        !hasMore ? null : count is null ? "… more rows" : $"… {count - shown} more rows";

    private static IReadOnlyList<string> Row(params string[] cells) => cells;
}
