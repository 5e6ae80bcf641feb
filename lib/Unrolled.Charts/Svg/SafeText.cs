using System.Text;
using System.Xml;

namespace Unrolled;

/// <summary>Text in a form that both XML and JSON can carry.</summary>
internal static class SafeText
{
    /// <summary>
    /// The text with spaces for line breaks and tabs, and with U+FFFD for characters that XML forbids: control
    /// characters and lone surrogates.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (c is '\n' or '\r' or '\t')
                clean.Append(' ');
            else
                clean.Append(XmlConvert.IsXmlChar(c) && !char.IsControl(c) ? c : '\ufffd');
        }

        return clean.ToString();
    }
}
