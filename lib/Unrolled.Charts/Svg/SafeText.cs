using System.Text;
using System.Xml;

namespace Unrolled.Charts.Digests;

/// <summary>Text as XML and JSON can both carry it.</summary>
internal static class SafeText
{
    /// <summary>Replaces line breaks by spaces, and what XML forbids (control characters, half pairs) by U+FFFD.</summary>
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
