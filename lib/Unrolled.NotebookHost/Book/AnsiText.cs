using System.Text;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Book;

/// <summary>Terminal text as HTML: colours and weights become spans, every other control sequence is dropped.</summary>
internal static class AnsiText
{
    /// <summary>The text as HTML.</summary>
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        AnsiStyle style = AnsiStyle.Plain;
        int position = 0;
        foreach (Match sequence in EscapeSequences.Pattern().Matches(text))
        {
            Append(html, style, text[position..sequence.Index]);
            position = sequence.Index + sequence.Length;
            if (sequence.Groups["rendition"].Success)
                style = style.Apply(sequence.Groups["rendition"].Value);
        }
        Append(html, style, text[position..]);
        return html.ToString();
    }

    private static void Append(StringBuilder html, AnsiStyle style, string text)
    {
        if (text.Length == 0)
            return;
        string encoded = Html.Encode(text);
        string attributes = style.ToAttributes();
        html.Append(attributes == "" ? encoded : $"<span{attributes}>{encoded}</span>");
    }
}
