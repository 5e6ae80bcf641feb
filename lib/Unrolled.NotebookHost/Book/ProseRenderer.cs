using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Book;

/// <summary>Markdown cells as HTML: GitHub's flavour, with formulas.</summary>
internal static partial class ProseRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseAutoLinks()
        .UseEmphasisExtras()
        .UseAlertBlocks()
        .UseMathematics()
        .Build();

    /// <summary>A Markdown cell.</summary>
    public static string Render(NotebookCell cell, PageContext context)
    {
        IReadOnlyList<TestedSentence> sentences = context.Chapter.SentencesOf(cell);
        string html = Render(
            SentenceMarks.Put(cell.Source, sentences),
            new LinkResolver(context, cell.Attachments, context.Chapter.NotebookPath), context);
        context.Search?.AddProse(SentenceMarks.Remove(html));
        string marked = context.Glossary?.Mark(html, context) ?? html;
        return ChineseText.Mark(SentenceMarks.Render(marked, sentences, context), context.Chapter.Document.Language);
    }

    /// <summary>A Markdown cell of the notebook with the chapter's solutions.</summary>
    public static string RenderSolution(NotebookCell cell, PageContext context) => ChineseText.Mark(
        Render(cell.Source, new LinkResolver(context, cell.Attachments, context.Chapter.SolutionsPath!), context),
        context.Chapter.Document.Language);

    /// <summary>A sentence of a Markdown text as HTML without links.</summary>
    public static string RenderSentence(string markdown) =>
        Markdown.Parse(markdown, Pipeline).FirstOrDefault() is LeafBlock { Inline: not null } block
            ? WithoutLinks(block)
            : Html.Encode(markdown);

    /// <summary>
    /// The rows of a text's tables that link to a file: the first link of each, and its last cell as HTML without
    /// links.
    /// </summary>
    public static IEnumerable<(string Url, string Html)> RowsWithLinks(string markdown)
    {
        foreach (TableRow row in Markdown.Parse(markdown, Pipeline).Descendants<TableRow>().Where(row => !row.IsHeader))
        {
            ParagraphBlock? last = (row.LastOrDefault() as TableCell)?.OfType<ParagraphBlock>().FirstOrDefault();
            if (row.Descendants<LinkInline>().FirstOrDefault()?.Url is { } url && last is not null)
                yield return (url, WithoutLinks(last));
        }
    }

    /// <summary>The terms in a glossary's tables.</summary>
    public static IEnumerable<Term> TermsIn(string markdown)
    {
        foreach (Table table in Markdown.Parse(markdown, Pipeline).Descendants<Table>())
        {
            TableRow[] rows = [.. table.OfType<TableRow>()];
            int meaning = Array.FindIndex([.. rows[0].Select(PlainTextOf)], name => name == "meaning");
            foreach (TableRow row in rows.Skip(1).Where(row => meaning > 0 && row.Count > meaning))
                if (row[0].Descendants<HtmlInline>().Select(tag => Anchor().Match(tag.Tag)).FirstOrDefault(
                    match => match.Success) is { } anchor)
                    yield return new Term(
                        anchor.Groups["id"].Value, PlainTextOf(row[0]), HtmlOf(row[0]),
                        meaning > 1 ? HtmlOf(row[1]) : "", HtmlOf(row[meaning]));
        }
    }

    /// <summary>Markdown in a code cell's output.</summary>
    public static string RenderOutput(string markdown, PageContext context) =>
        Render(markdown, new LinkResolver(context, attachments: null, context.Chapter.NotebookPath), context);

    /// <summary>The first heading of level 1 in a Markdown text and its first paragraph.</summary>
    public static Opening OpeningOf(string markdown)
    {
        MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
        HeadingBlock? title = document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1);
        ParagraphBlock? paragraph = document.OfType<ParagraphBlock>()
            .FirstOrDefault(candidate => !string.IsNullOrWhiteSpace(PlainText.Of(candidate.Inline)));
        return new Opening(
            title is null ? null : PlainText.Of(title.Inline),
            title is null ? null : WithoutLinks(title),
            paragraph is null ? "" : WithoutLinks(paragraph));
    }

    private static string Render(string markdown, LinkResolver links, PageContext context)
    {
        MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
        ResolveLinks(document, links);
        NumberFootnotes(document, context);
        AnchorHeadings(document, context);
        var writer = new StringWriter { NewLine = "\n" };
        Renderer(writer, links.Resolve).Render(document);
        return writer.ToString();
    }

    private static void ResolveLinks(MarkdownDocument document, LinkResolver links)
    {
        foreach (LinkInline link in document.Descendants<LinkInline>())
            link.Url = links.Resolve(link.Url ?? "");
        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail))
            link.Url = links.Resolve(link.Url);
    }

    // Each cell is a document of its own to Markdig, and would begin with footnote 1 again.
    private static void NumberFootnotes(MarkdownDocument document, PageContext context)
    {
        int footnotesBefore = context.FootnoteCount;
        foreach (Footnote footnote in document.Descendants<Footnote>())
        {
            footnote.Order += footnotesBefore;
            context.FootnoteCount = Math.Max(context.FootnoteCount, footnote.Order);
        }
        int marksBefore = context.FootnoteMarkCount;
        foreach (FootnoteLink mark in document.Descendants<FootnoteLink>())
        {
            mark.Index += marksBefore;
            context.FootnoteMarkCount = Math.Max(context.FootnoteMarkCount, mark.Index);
        }
    }

    private static void AnchorHeadings(MarkdownDocument document, PageContext context)
    {
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            string text = SentenceMarks.Remove(PlainText.Of(heading.Inline));
            string slug = LinkHelper.UrilizeAsGfm(text);
            string id = context.UniqueId(slug.Length > 0 ? slug : "section");
            string shown = ChineseText.Mark(
                SentenceMarks.Remove(WithoutLinks(heading)), context.Chapter.Document.Language);
            context.Headings.Add(new Heading(heading.Level, id, shown));
            heading.GetAttributes().Id = id;
            string label = Html.Encode($"Link to “{text}”");
            heading.Inline?.AppendChild(
                new HtmlInline($"""<a class="anchor" href="#{id}" aria-label="{label}">#</a>"""));
        }
    }

    private static string PlainTextOf(Block cell) =>
        string.Concat(((TableCell)cell).OfType<ParagraphBlock>().Select(block => PlainText.Of(block.Inline))).Trim();

    private static string HtmlOf(Block cell) =>
        string.Concat(((TableCell)cell).OfType<ParagraphBlock>().Select(WithoutLinks)).Trim();

    [GeneratedRegex("""<a id="(?<id>[^"]+)">""")]
    private static partial Regex Anchor();

    // For places that are links themselves: links do not nest.
    private static string WithoutLinks(LeafBlock block)
    {
        var writer = new StringWriter();
        Renderer(writer, resolve: url => url).WriteLeafInline(block);
        return LinkTags.Remove(writer.ToString());
    }

    private static HtmlRenderer Renderer(TextWriter writer, Func<string, string> resolve)
    {
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new FencedCodeRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new FormulaInlineRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new FormulaBlockRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new FootnoteListRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new WideTableRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new RawHtmlBlockRenderer(resolve));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new RawHtmlInlineRenderer(resolve));
        return renderer;
    }
}

/// <summary>The beginning of a text.</summary>
/// <param name="Title">Its first heading of level 1 as plain text; null when it has none.</param>
/// <param name="TitleHtml">The same as HTML without links.</param>
/// <param name="SummaryHtml">Its first paragraph as HTML without links; empty when it has none.</param>
internal sealed record Opening(string? Title, string? TitleHtml, string SummaryHtml);

/// <summary>Inline Markdown without its markup.</summary>
internal static class PlainText
{
    /// <summary>The text as it would be read aloud.</summary>
    public static string Of(Inline? inline) => inline switch
    {
        null => "",
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline formula => formula.Content.ToString(),
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        ContainerInline container => string.Concat(container.Select(Of)),
        _ => "",
    };
}
