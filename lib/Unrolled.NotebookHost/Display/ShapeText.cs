namespace Unrolled.NotebookHost.Display;

/// <summary>
/// Any value as text: a table where that helps, else one line, or a line for each item where that would be long.
/// </summary>
internal static class ShapeText
{
    private const int LineWidth = 100;

    /// <summary>The text.</summary>
    public static string Of(object? value)
    {
        if (value is null)
            return InlineText.Null;
        if (Shape.TryText(value) is { } text)
            return text;
        if (ObjectTableBuilder.TryBuild(value) is { } table)
            return ObjectTableText.Render(table);
        string line = InlineText.Of(value);
        return line.Length > LineWidth && Shape.TryItems(value) is { } items && items.Cast<object?>().Any(IsLong)
            ? InlineText.ItemByItem(items)
            : line;
    }

    private static bool IsLong(object? item) => item is not null && Shape.TryText(item) is null;
}
