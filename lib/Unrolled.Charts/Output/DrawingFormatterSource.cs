namespace Unrolled.Charts.Display;

/// <summary>The formatters of drawings and tables: one for every preferred MIME type, or the kernel would not end.</summary>
internal sealed class DrawingFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter(), new PlainTextFormatter()];
}
