using System.Globalization;
using System.Text;
using System.Xml;

namespace Unrolled;

/// <summary>A writer of SVG elements; coordinates have two decimals.</summary>
internal sealed class SvgWriter : IDisposable
{
    private readonly StringBuilder text = new();
    private readonly XmlWriter xml;

    public SvgWriter()
    {
        xml = XmlWriter.Create(text, new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
        });
    }

    public static string Number(double value)
    {
        double rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0;
        return rounded.ToString("0.##", CultureInfo.InvariantCulture);
    }

    public void Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        xml.WriteStartElement(name, "http://www.w3.org/2000/svg");
        foreach ((string attribute, object? value) in attributes)
            if (value is not null)
                xml.WriteAttributeString(
                    attribute, value is double number ? Number(number) : SafeText.Clean(value.ToString()!));
    }

    public void Close() => xml.WriteEndElement();

    public void Empty(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Open(name, attributes);
        Close();
    }

    public void Text(string name, string content, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Open(name, attributes);
        Content(content);
        Close();
    }

    /// <summary>Writes text inside the open element.</summary>
    public void Content(string content) => xml.WriteString(SafeText.Clean(content));

    /// <summary>Writes one line of text; <paramref name="anchor"/> is start, middle or end.</summary>
    public void Label(
        string content, double x, double y, double size, string anchor = "start", string fill = Theme.Ink,
        bool bold = false, double turn = 0, bool halo = false) =>
        Text("text", content,
            ("x", x), ("y", y), ("font-size", size), ("fill", fill),
            ("text-anchor", anchor == "start" ? null : anchor),
            ("font-weight", bold ? "bold" : null),
            ("transform", turn == 0 ? null : $"rotate({Number(turn)} {Number(x)} {Number(y)})"),
            ("stroke", halo ? Theme.Paper : null),
            ("stroke-width", halo ? 3.0 : null),
            ("stroke-linejoin", halo ? "round" : null),
            ("paint-order", halo ? "stroke" : null));

    /// <summary>Writes lines of text below one another, the first with its baseline at y.</summary>
    public void Labels(
        IReadOnlyList<string> lines, double x, double y, double lineHeight, double size, string fill = Theme.Ink,
        bool bold = false)
    {
        foreach ((int line, string text) in lines.Index())
            Label(text, x, y + line * lineHeight, size, fill: fill, bold: bold);
    }

    public void Line(
        double x1, double y1, double x2, double y2, string colour, double width = 1, string? dash = null) =>
        Empty("path",
            ("d", $"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}"),
            ("stroke", colour), ("stroke-width", width), ("stroke-dasharray", dash));

    public string Finish()
    {
        xml.Flush();
        return text.ToString();
    }

    public void Dispose() => xml.Dispose();
}
