namespace Unrolled.NotebookHost.Display;

/// <summary>Any value as text: a table where that helps, one line otherwise.</summary>
internal static class ShapeText
{
    /// <summary>The text.</summary>
    public static string Of(object? value)
    {
        if (value is null)
            return InlineText.Null;
        if (Shape.TryText(value) is { } text)
            return text;
        return TableBuilder.TryBuild(value) is { } table ? TableText.Render(table) : InlineText.Of(value);
    }
}
