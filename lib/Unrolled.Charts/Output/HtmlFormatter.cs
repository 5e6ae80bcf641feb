namespace Unrolled.Charts.Display;

/// <summary>Writes what can be shown as HTML, for .NET Interactive.</summary>
internal sealed class HtmlFormatter
{
    public const string Html = "text/html";

    public string MimeType => Html;

    public bool Format(object instance, TextWriter writer)
    {
        if (HtmlOf(instance) is not { } html)
            return false;
        writer.Write(html);
        return true;
    }

    /// <summary>The HTML of our own types; null for all others.</summary>
    public static string? HtmlOf(object? value) => value switch
    {
        Drawing drawing => drawing.ToHtml(),
        Table table => table.ToHtml(),
        _ => null,
    };
}
