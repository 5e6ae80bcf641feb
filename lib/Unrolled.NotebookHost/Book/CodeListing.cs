using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// Code as HTML, each line in an element of its own, so that a narrow page can wrap it with a hanging indent.
/// </summary>
internal static partial class CodeListing
{
    private static readonly string[] CSharpNames = ["csharp", "cs", "c#"];

    private static readonly string EncodedLineEnd = Html.Encode("\n");

    /// <summary>A block of code, coloured when it is C#.</summary>
    public static string Render(string source, string language)
    {
        bool isCSharp = CSharpNames.Contains(language.ToLowerInvariant());
        string name = isCSharp ? "csharp" : language;
        string html = isCSharp ? CSharpHighlighter.ToHtml(source) : Html.Encode(source);
        string attribute = name == "" ? "" : $" class=\"language-{Html.Encode(name)}\"";
        return $"<pre class=\"code\" tabindex=\"0\"><code{attribute}>{Lines(html)}</code></pre>";
    }

    // A span that goes over several lines, such as a raw string, is closed at each end and opened again. The text stays
    // what it was, line ends included.
    private static string Lines(string html)
    {
        StringBuilder lines = new();
        string open = "";
        string[] texts = html.Replace(EncodedLineEnd, "\n").Split('\n');
        foreach ((int index, string text) in texts.Index())
        {
            string before = open;
            foreach (Match tag in SpanTags().Matches(text))
                open = tag.Value[1] == '/' ? "" : tag.Value;
            string end = index < texts.Length - 1 ? "\n" : "";
            string close = open == "" ? "" : "</span>";
            lines.Append($"<span class=\"line\">{before}{text}{close}{end}</span>");
        }
        return lines.ToString();
    }

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex SpanTags();
}
