using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// The glossary of a book: the rows of the table in <c>docs/glossary.md</c> whose first cell holds
/// <c>&lt;a id="term"&gt;&lt;/a&gt;term</c>, with a column <i>meaning</i> and, if it has one, a column of names in
/// another language behind the first.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="terms">The terms in the file's order.</param>
internal sealed partial class Glossary(string path, IReadOnlyList<Term> terms)
{
    private const string FileInRepository = "docs/glossary.md";

    private readonly Regex names = NamesOf(terms);
    private readonly Dictionary<string, Term> byName = terms
        .DistinctBy(term => term.Name.ToLowerInvariant())
        .ToDictionary(term => term.Name.ToLowerInvariant());

    /// <summary>The file that it is read from.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The terms in the file's order.</summary>
    public IReadOnlyList<Term> Terms { get; } = terms;

    /// <summary>The glossary of a repository; null where it has none.</summary>
    public static Glossary? Of(string? root)
    {
        string path = System.IO.Path.Combine(root ?? "", FileInRepository);
        if (root is null || !File.Exists(path))
            return null;
        Term[] terms = [.. ProseRenderer.TermsIn(File.ReadAllText(path))];
        return terms.Length == 0 ? null : new Glossary(path, terms);
    }

    /// <summary>
    /// The HTML of a cell in which each term that the page has not had is a button for its explanation.
    /// </summary>
    public string Mark(string html, PageContext context)
    {
        StringBuilder marked = new();
        Stack<string> left = [];
        foreach (Match piece in Pieces().Matches(html))
        {
            if (piece.Groups["name"].Value is { Length: > 0 } name)
            {
                if (piece.Value[1] == '/' && left.TryPeek(out string? open) && open == name)
                    left.Pop();
                else if (piece.Value[1] != '/' && (IsLeft(name, piece.Value) || left.Contains(name)))
                    left.Push(name);
                marked.Append(piece.Value);
            }
            else
                marked.Append(
                    left.Count > 0 ? piece.Value : names.Replace(piece.Value, match => Button(match, context)));
        }
        return marked.ToString();
    }

    /// <summary>The explanations of the terms that a page marks.</summary>
    public static string Notes(PageContext context) => string.Concat(context.Terms.Select(term => $"""
        <div class="term-note" id="term-{Html.Encode(term.Id)}" popover>
        <p><b>{term.NameHtml}</b> {term.OtherHtml}</p>
        <p>{term.MeaningHtml}</p>
        <p><a href="{context.LinkTo(GlossaryPage.Path)}#{Html.Encode(term.Id)}">{GlossaryPage.Title}</a></p>
        </div>

        """));

    // What has a meaning of its own, or is no prose.
    private static bool IsLeft(string element, string tag) =>
        element is "a" or "code" or "pre" or "button" or "svg" or "script" or "style" or "summary"
            or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
        || tag.Contains("class=\"math", StringComparison.Ordinal);

    private string Button(Match match, PageContext context)
    {
        Term term = byName[match.Groups["term"].Value.ToLowerInvariant()];
        return context.Terms.Add(term)
            ? $"<button type=\"button\" class=\"term\" popovertarget=\"term-{Html.Encode(term.Id)}\">"
                + $"{match.Value}</button>"
            : match.Value;
    }

    // The longest first, so that "forget gate" is not read as "gate"; a plural is the same term.
    private static Regex NamesOf(IEnumerable<Term> terms) => new(
        $@"(?<![-\w])(?<term>{string.Join('|', terms.Select(term => term.Name).OrderByDescending(name => name.Length)
            .Select(Regex.Escape))})(?:s|es)?\b(?![-'’\w])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"</?(?<name>[a-zA-Z][\w-]*)\b[^>]*>|<!--.*?-->|[^<]+|<", RegexOptions.Singleline)]
    private static partial Regex Pieces();
}

/// <summary>A term of the glossary.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Name">Its name as plain text.</param>
/// <param name="NameHtml">Its name as HTML.</param>
/// <param name="OtherHtml">Its name in the other language, as HTML; empty for none.</param>
/// <param name="MeaningHtml">What it means, as HTML without links.</param>
internal sealed record Term(string Id, string Name, string NameHtml, string OtherHtml, string MeaningHtml);

/// <summary>The page of all terms.</summary>
internal static class GlossaryPage
{
    /// <summary>The page's path within the book.</summary>
    public const string Path = "glossary.html";

    /// <summary>The page's title.</summary>
    public const string Title = "Glossary";

    /// <summary>The whole page.</summary>
    public static string Render(Glossary glossary, PageLayout layout, string language)
    {
        StringBuilder body = new($"<h1>{Title}</h1>\n<dl class=\"glossary\">\n");
        foreach (Term term in glossary.Terms)
            body.Append(
                $"<dt id=\"{Html.Encode(term.Id)}\">{term.NameHtml} {ChineseText.Mark(term.OtherHtml, language)}</dt>\n"
                + $"<dd>{ChineseText.Mark(term.MeaningHtml, language)}</dd>\n");
        body.Append("</dl>\n");
        return layout.Render(new Page(Path, Title, language, body.ToString(), "", []));
    }
}
