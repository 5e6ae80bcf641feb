using System.Net;

namespace Unrolled.NotebookHost.Display;

/// <summary>Any value as HTML: a table, or its text kept as it is.</summary>
internal static class ShapeHtml
{
    /// <summary>The HTML.</summary>
    public static string Of(object? value) =>
        value is not null && ObjectTableBuilder.TryBuild(value) is { } table
            ? ObjectTableHtml.Render(table)
            : $"<pre>{WebUtility.HtmlEncode(ShapeText.Of(value))}</pre>";
}
