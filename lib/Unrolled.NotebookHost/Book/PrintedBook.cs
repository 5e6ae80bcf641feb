using System.Text;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Book;

/// <summary>All pages of an edition as one page to print: a title, the contents, then the chapters in order.</summary>
internal static partial class PrintedBook
{
    private const string MainStart = "<main id=\"main\" tabindex=\"-1\">", MainEnd = "</main>";

    // Page numbers at the foot; every chapter begins a page, and its title is an entry of the PDF's outline.
    private const string Style = """
        @page { size: A4; margin: 18mm 16mm 20mm; }
        @page { @bottom-center { content: counter(page); font: 9pt system-ui, sans-serif; } }
        @page :first { @bottom-center { content: ""; } }
        html { font-size: 62.5%; }
        body { font-size: 1.55rem; }
        .printed { break-before: page; }
        .printed:first-of-type { break-before: avoid; }
        .printed-contents li { margin: 0.3rem 0; }
        """;

    /// <summary>The page; its files are those of the edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="title">The book's title.</param>
    /// <param name="paths">The pages in order, as paths within the book; the first is the book's own.</param>
    public static string Compose(Edition edition, string title, IReadOnlyList<string> paths)
    {
        string first = Encoding.UTF8.GetString(edition.Files[paths[0]]);
        string links = string.Concat(Styles().Matches(first).Select(match => match.Value + "\n"));
        StringBuilder html = new();
        html.Append($"<!doctype html>\n<html lang=\"en\" data-theme=\"light\">\n<head>\n<meta charset=\"utf-8\">\n"
            + $"<title>{Html.Encode(title)}</title>\n{MathStyle(edition, paths)}{links}"
            + $"<style>\n{Style}</style>\n</head>\n"
            + "<body>\n<div class=\"page\"><div class=\"printed-main\">\n");
        foreach ((int number, string path) in paths.Index())
        {
            string main = MainOf(edition, path, number, paths);
            html.Append($"<section class=\"printed\" id=\"p{number}\">\n{main}</section>\n");
            if (number == 0)
                html.Append(Contents(edition, paths));
        }
        return html.Append("</div></div>\n</body>\n</html>\n").ToString();
    }

    // A page without formulas does not load their style.
    private static string MathStyle(Edition edition, IReadOnlyList<string> paths)
    {
        const string path = "assets/katex/katex.min.css";
        return edition.Files.ContainsKey(path) && paths.Count > 0
            ? $"<link rel=\"stylesheet\" href=\"{path}\">\n"
            : "";
    }

    private static string Contents(Edition edition, IReadOnlyList<string> paths)
    {
        IEnumerable<string> entries = paths.Index().Skip(1).Select(page =>
            $"<li><a href=\"#p{page.Index}\">{TitleOf(edition, page.Item)}</a></li>\n");
        return $"<section class=\"printed printed-contents\">\n<h1>Contents</h1>\n<ol>\n{string.Concat(entries)}</ol>\n"
            + "</section>\n";
    }

    private static string TitleOf(Edition edition, string path) =>
        FirstHeading().Match(Encoding.UTF8.GetString(edition.Files[path])) is { Success: true } heading
            ? LinkTags.Remove(AnchorMark().Replace(heading.Groups["text"].Value, ""))
            : Html.Encode(path);

    // Places of all pages are on one page now: each is named after its page. Solutions are an appendix of their own.
    private static string MainOf(Edition edition, string path, int number, IReadOnlyList<string> paths)
    {
        string page = Encoding.UTF8.GetString(edition.Files[path]);
        int start = page.IndexOf(MainStart, StringComparison.Ordinal) + MainStart.Length;
        string main = page[start..page.LastIndexOf(MainEnd, StringComparison.Ordinal)];
        main = Left().Replace(main, "");
        main = main.Replace("<details class=\"hidden-source\">", "<details class=\"hidden-source\" open>");
        return Places().Replace(main, match =>
        {
            string name = match.Groups["name"].Value, value = match.Groups["value"].Value;
            string target = name is "href" or "src" ? Target(value, path, number, paths) : $"p{number}-{value}";
            return $" {name}=\"{target}\"";
        });
    }

    private static string Target(string address, string path, int number, IReadOnlyList<string> paths)
    {
        if (address.StartsWith('#'))
            return $"#p{number}-{address[1..]}";
        // A scheme, or a place outside of the book, is left as it is.
        if (!Uri.TryCreate(new Uri($"file:///{path}"), address, out Uri? target) || target.Scheme != "file")
            return address;
        string file = Uri.UnescapeDataString(target.AbsolutePath[1..]);
        int page = paths.ToList().IndexOf(file);
        if (page < 0)
            return PageContext.RelativeLink(IndexPage.Path, file);
        return target.Fragment.Length > 1 ? $"#p{page}-{target.Fragment[1..]}" : $"#p{page}";
    }

    // Ids inside of figures are made of their digests, and stay.
    [GeneratedRegex("\\s(?<name>id|href|src)=\"(?<value>(?!f[0-9a-f]{12}|data:)[^\"]*)\"")]
    private static partial Regex Places();

    // Templates and scripts have nothing to do on paper.
    [GeneratedRegex(
        """<(?<name>script|template)\b.*?</\k<name>\s*>|<details class="solution">.*?</details>"""
        + """|<div class="term-note".*?</div>""",
        RegexOptions.Singleline)]
    private static partial Regex Left();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"[^\"]*book-[^\"]*\">")]
    private static partial Regex Styles();

    [GeneratedRegex("<h1[^>]*>(?<text>.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex FirstHeading();

    [GeneratedRegex("<a class=\"anchor\"[^>]*>#</a>")]
    private static partial Regex AnchorMark();
}
