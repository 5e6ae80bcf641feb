namespace Unrolled;

/// <summary>A value that notebooks show as HTML: a drawing or a table.</summary>
internal interface IShown
{
    string ToHtml();
}

/// <summary>
/// The convention by which .NET Interactive learns how to show a type. The kernel finds the attribute by its name and
/// reads the two properties, so that no reference to the kernel is needed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}

/// <summary>
/// The formatters of drawings and tables. There is one for every preferred MIME type: .NET Interactive does not end
/// where one is missing.
/// </summary>
internal sealed class ShownFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter(), new PlainTextFormatter()];
}

/// <summary>The HTML of drawings and tables, for .NET Interactive.</summary>
internal sealed class HtmlFormatter
{
    public const string Html = "text/html";

    public string MimeType => Html;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IShown shown)
            return false;
        writer.Write(shown.ToHtml());
        return true;
    }
}

/// <summary>The text of drawings and tables, for .NET Interactive.</summary>
internal sealed class PlainTextFormatter
{
    public const string Plain = "text/plain";

    public string MimeType => Plain;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IShown)
            return false;
        writer.Write(instance.ToString());
        return true;
    }
}
