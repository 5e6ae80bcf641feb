using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The marks of tested sentences. Each is put behind its sentence in the Markdown, as characters that no text has and
/// no markup touches, and becomes a button with a note once the Markdown is HTML.
/// </summary>
internal static partial class SentenceMarks
{
    private const char Opening = '\uE000', Closing = '\uE001';

    /// <summary>A cell's Markdown with its marks.</summary>
    /// <param name="markdown">The cell's text.</param>
    /// <param name="sentences">The tested sentences of the cell.</param>
    public static string Put(string markdown, IReadOnlyList<TestedSentence> sentences)
    {
        IEnumerable<(int End, string Mark)> marks = sentences
            .Select((sentence, i) => (Start: markdown.IndexOf(sentence.Text, StringComparison.Ordinal), sentence, i))
            .Where(found => found.Start >= 0)
            .Select(found => (
                found.Start + found.sentence.Text.Length, string.Create(
                    CultureInfo.InvariantCulture, $"{Opening}{found.i}{Closing}")));
        // From the end, so that the places before stay what they are.
        return marks.OrderByDescending(mark => mark.End)
            .Aggregate(markdown, (text, mark) => text.Insert(mark.End, mark.Mark));
    }

    /// <summary>The HTML of the cell with buttons in the place of the marks.</summary>
    public static string Render(string html, IReadOnlyList<TestedSentence> sentences, PageContext context) =>
        Mark().Replace(html, match => Note(
            sentences[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)], context));

    /// <summary>A text without marks, for places that repeat it.</summary>
    public static string Remove(string text) => Mark().Replace(text, "");

    private static string Note(TestedSentence sentence, PageContext context)
    {
        string id = context.UniqueId("tested");
        (string icon, string verdict) = Verdict(sentence);
        string page = context.LinkTo(TestedSentencesPage.Path);
        return $"""<span class="tested"><button type="button" popovertarget="{id}" aria-label="{verdict}">{icon}"""
            + $"""</button><span class="tested-note" id="{id}" popover><span class="verdict">{icon} {verdict}</span>"""
            + $"{Evidence(sentence)}<a href=\"{page}\">All tested sentences</a></span></span>";
    }

    /// <summary>The icon and the words for what a sentence was found to be.</summary>
    public static (string Icon, string Words) Verdict(TestedSentence sentence) => sentence.Holds
        ? ("✓", "This sentence is tested")
        : ("≈", "This sentence differs on this machine");

    /// <summary>The condition and the values, as phrasing content.</summary>
    public static string Evidence(TestedSentence sentence) =>
        $"<code>{Html.Encode(sentence.Condition)}</code>"
        + string.Concat(sentence.Values.Select(value =>
            $"<span class=\"value\"><code>{Html.Encode(value.Key)}</code> is {Html.Encode(value.Value)}</span>"));

    [GeneratedRegex("\uE000([0-9]+)\uE001")]
    private static partial Regex Mark();
}
