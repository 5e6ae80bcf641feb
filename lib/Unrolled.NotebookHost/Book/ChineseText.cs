using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The Chinese in prose of another language, marked so that browsers choose Chinese glyphs and screen readers a Chinese
/// voice.
/// </summary>
internal static partial class ChineseText
{
    /// <summary>The HTML of a page in a language with each run of Chinese in a <c>span</c> of its own.</summary>
    /// <param name="html">Prose; what is inside of tags, formulas, scripts, styles and SVG stays as it is.</param>
    /// <param name="language">The language of the page, a BCP 47 tag.</param>
    public static string Mark(string html, string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? html
            : Runs().Replace(html, match => match.Groups["run"].Success
                ? $"<span lang=\"zh-Hans\">{match.Value}</span>"
                : match.Value);

    // Markup is matched first, so that no run is found inside of it. A run begins with a character of the script and
    // may go on with its punctuation.
    [GeneratedRegex(
        @"<(?<name>script|style|svg|template|title|textarea)\b.*?</\k<name>\s*>|<!--.*?-->"
        + """|<(?<math>span|div) class="math[^"]*">[^<]*</\k<math>>|<[^>]*>"""
        + @"|(?<run>[\u3400-\u9FFF\uF900-\uFAFF](?:[\u3000-\u303F\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF“”‘’…—]"
        + @"*[\u3000-\u303F\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF])?)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Runs();
}
