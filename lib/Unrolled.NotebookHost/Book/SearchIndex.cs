using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The book's search index, made when it is published: for every word of prose and code, the sections that have it.
/// <c>Assets/search.js</c> reads it, and parts a question into words by the same rules.
/// </summary>
internal sealed partial class SearchIndex
{
    /// <summary>The file's name among the assets.</summary>
    public const string FileName = "search-index.js";

    private const int ExcerptLength = 110, Often = 4, ShortestWord = 2, LongestWord = 40;

    // A word is kept with the sections that have it, by their numbers. No inflection is removed: a question's last word
    // finds all words that begin with it.
    private readonly SortedDictionary<string, SortedDictionary<int, Occurrences>> words = new(StringComparer.Ordinal);
    private readonly List<Section> sections = [];

    /// <summary>Begins a page, whose text before its first heading belongs to its title.</summary>
    public void BeginPage(string path, string title) => sections.Add(new Section(path, "", title, title));

    /// <summary>Adds prose to the page that was begun last; each of its headings begins a section.</summary>
    public void AddProse(string html)
    {
        int done = 0;
        foreach (Match heading in Headings().Matches(html))
        {
            AddText(TextOf(html[done..heading.Index]), excerpt: true);
            done = heading.Index + heading.Length;
            GroupCollection parts = heading.Groups;
            BeginSection(parts["id"].Value, TextOf(parts["text"].Value), parts["level"].Value);
        }
        AddText(TextOf(html[done..]), excerpt: true);
    }

    /// <summary>Adds a cell's code to the current section.</summary>
    public void AddCode(string source) => AddText(source, excerpt: false);

    /// <summary>The index as a script that hands it to the page.</summary>
    public string ToScript()
    {
        JsonArray listed = [.. sections.Select(section => (JsonNode)new JsonArray(
            section.Page, section.Anchor, section.Heading, section.Chapter, section.Excerpt))];
        JsonObject index = new()
        {
            ["sections"] = listed,
            ["words"] = string.Join('\n', words.Select(word => $"{word.Key} {Postings(word.Value)}")),
        };
        JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return $"window.bookSearchIndex = {index.ToJsonString(plain)};\n";
    }

    /// <summary>The words of a text in lower case; of Chinese, its pairs of neighbouring characters.</summary>
    internal static IEnumerable<string> WordsOf(string text)
    {
        foreach (Match match in Words().Matches(text))
        {
            string word = match.Value.ToLowerInvariant();
            if (IsChinese(word[0]))
            {
                for (int i = 0; i < Math.Max(1, word.Length - 1); i++)
                    yield return word.Substring(i, Math.Min(2, word.Length - i));
                continue;
            }
            if (word.Length is >= ShortestWord and <= LongestWord || !char.IsAsciiLetterOrDigit(word[0]))
                yield return word;
            // ForwardStep is also found by its second part.
            foreach (Match part in Capitalised().Matches(match.Value))
                if (part.Index > 0 && part.Length > ShortestWord)
                    yield return part.Value.ToLowerInvariant();
        }
    }

    private static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9FFF';

    private void BeginSection(string anchor, string heading, string level)
    {
        // The title's own section was begun with the page.
        if (level != "1")
            sections.Add(new Section(sections[^1].Page, anchor, heading, sections[^1].Chapter));
        foreach (string word in WordsOf(heading))
            Occurrence(word).InHeading = true;
    }

    private void AddText(string text, bool excerpt)
    {
        Section section = sections[^1];
        string line = Blanks().Replace(text, " ").Trim();
        if (excerpt && section.Excerpt.Length < ExcerptLength && !section.Excerpt.EndsWith('…'))
            section.Excerpt = Shortened($"{section.Excerpt} {line}".Trim());
        foreach (string word in WordsOf(text))
            Occurrence(word).Count++;
    }

    private Occurrences Occurrence(string word)
    {
        if (!words.TryGetValue(word, out SortedDictionary<int, Occurrences>? found))
            words[word] = found = [];
        int section = sections.Count - 1;
        return found.TryGetValue(section, out Occurrences? occurrences)
            ? occurrences
            : found[section] = new Occurrences();
    }

    // "gate 3!,2,1*": section 3, where it is in the heading, then section 5, then section 6, where it is frequent.
    private static string Postings(SortedDictionary<int, Occurrences> found)
    {
        StringBuilder text = new();
        int before = 0;
        foreach ((int section, Occurrences occurrences) in found)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? "," : "")}{section - before}");
            text.Append(occurrences.InHeading ? "!" : occurrences.Count >= Often ? "*" : "");
            before = section;
        }
        return text.ToString();
    }

    private static string Shortened(string text)
    {
        if (text.Length <= ExcerptLength)
            return text;
        int blank = text.LastIndexOf(' ', ExcerptLength);
        return $"{text[..(blank > 0 ? blank : ExcerptLength)]} …";
    }

    // Formulas are left out: their TeX would be found as words.
    private static string TextOf(string html) => WebUtility.HtmlDecode(Tags().Replace(html, " "));

    [GeneratedRegex("""<h(?<level>[1-3]) id="(?<id>[^"]*)"[^>]*>(?<text>.*?)</h\k<level>>""", RegexOptions.Singleline)]
    private static partial Regex Headings();

    [GeneratedRegex(
        """<(?<name>span|div) class="math[^"]*">[^<]*</\k<name>>|<a class="anchor"[^>]*>#</a>"""
        + """|<(?<raw>svg|script|style)\b.*?</\k<raw>\s*>|<[^>]*>""",
        RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\u3400-\u9FFF]+|[\p{L}\p{N}_-[\u3400-\u9FFF]]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\p{Lu}\p{Ll}+")]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private sealed record Section(string Page, string Anchor, string Heading, string Chapter)
    {
        public string Excerpt { get; set; } = "";
    }

    private sealed class Occurrences
    {
        public int Count { get; set; }

        public bool InHeading { get; set; }
    }
}
