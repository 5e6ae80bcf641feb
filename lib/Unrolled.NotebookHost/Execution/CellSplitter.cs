using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// Splits a text at its directive lines. C#'s own lexer finds the directives, so that one inside a string, a comment
/// or a switched-off <c>#if</c> is none.
/// </summary>
internal static class CellSplitter
{
    private static readonly string[] CSharpLanguages = ["#!csharp", "#!c#"];
    private static readonly string[] TextLanguages = ["#!markdown", "#!md", "#!html"];

    /// <summary>The parts in the order of the text; stretches without any token are left out.</summary>
    public static IReadOnlyList<CellPart> Split(string source)
    {
        SourceText text = SourceText.From(source);
        List<CellPart> parts = [];
        int position = 0;
        while (position < text.Length)
        {
            TextLine? directive = NextDirective(text, position);
            AddCode(parts, text, TextSpan.FromBounds(position, directive?.Start ?? text.Length));
            if (directive is null)
                break;
            position = AddDirective(parts, text, directive.Value);
        }

        return parts;
    }

    /// <summary>
    /// The text with blanks in place of everything that is not C#, so that every position stays the same.
    /// </summary>
    public static string CodeOf(string source)
    {
        char[] code = Blanked(SourceText.From(source), source.Length).ToCharArray();
        foreach (CodePart part in Split(source).OfType<CodePart>())
            for (int i = 0; i < part.Text.Length; i++)
                if (part.Text[i] is not (' ' or '\n' or '\r'))
                    code[i] = part.Text[i];
        return new string(code);
    }

    private static TextLine? NextDirective(SourceText text, int position)
    {
        // The lexer sees the text from the position on, as a text of its own: its positions start at 0.
        string rest = text.ToString(TextSpan.FromBounds(position, text.Length));
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(rest, options: ScriptChain.ParseOptions))
        {
            foreach (SyntaxTrivia trivia in token.LeadingTrivia)
            {
                if (trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true }
                    && IsOurs(rest.AsSpan(trivia.SpanStart)))
                    return text.Lines.GetLineFromPosition(position + trivia.SpanStart);
            }
        }

        return null;
    }

    private static bool IsOurs(ReadOnlySpan<char> line)
    {
        // #!/usr/bin/env at the top of a script is for the shell.
        if (line.StartsWith("#!"))
            return !line.StartsWith("#!/");
        int end = line.IndexOfAny(" \t\"\r\n");
        return (end < 0 ? line : line[..end]) is "#r" or "#i" or "#load";
    }

    private static void AddCode(List<CellPart> parts, SourceText text, TextSpan span)
    {
        string code = text.ToString(span);
        SyntaxToken first = SyntaxFactory.ParseTokens(code, options: ScriptChain.ParseOptions).First();
        if (first.IsKind(SyntaxKind.EndOfFileToken) && !first.LeadingTrivia.Any(trivia => trivia.ContainsDiagnostics))
            return;
        int line = text.Lines.GetLinePosition(span.Start + first.SpanStart).Line + 1;
        parts.Add(new CodePart(Blanked(text, span.Start) + code, line));
    }

    private static string Blanked(SourceText text, int end) =>
        string.Create(end, text, static (blank, source) =>
        {
            for (int i = 0; i < blank.Length; i++)
                blank[i] = source[i] is '\n' or '\r' ? source[i] : ' ';
        });

    private static int AddDirective(List<CellPart> parts, SourceText text, TextLine line)
    {
        string written = line.ToString();
        string trimmed = written.Trim();
        int nameEnd = trimmed.IndexOfAny([' ', '\t', '"']);
        string name = nameEnd < 0 ? trimmed : trimmed[..nameEnd];
        string argument = nameEnd < 0 ? "" : trimmed[nameEnd..].Trim();
        int end = line.EndIncludingLineBreak;
        int bodyEnd = TextLanguages.Contains(name) ? EndOfBody(text, line) : end;
        string body = text.ToString(TextSpan.FromBounds(end, bodyEnd));
        int column = written.IndexOf('#') + 1;
        parts.Add(new DirectivePart(name, argument, body, written, line.LineNumber + 1, column));
        return bodyEnd;
    }

    // Prose is not C#: an apostrophe or /* in it must not hide the line that returns to C#.
    private static int EndOfBody(SourceText text, TextLine directive)
    {
        foreach (TextLine line in text.Lines.Skip(directive.LineNumber + 1))
        {
            string name = line.ToString().Trim();
            if (CSharpLanguages.Contains(name) || TextLanguages.Contains(name))
                return line.Start;
        }

        return text.Length;
    }
}

/// <summary>A stretch of a cell that runs on its own.</summary>
/// <param name="Line">The 1-based line on which it begins.</param>
internal abstract record CellPart(int Line);

/// <summary>C# between two directives.</summary>
/// <param name="Text">
/// The whole text with everything outside this part blanked, so that lines and columns are the cell's own.
/// </param>
/// <param name="Line">The 1-based line on which it begins.</param>
internal sealed record CodePart(string Text, int Line) : CellPart(Line);

/// <summary>A directive line.</summary>
/// <param name="Name">The directive with its sign: <c>#!import</c>, <c>#r</c>.</param>
/// <param name="Argument">What follows the name, trimmed.</param>
/// <param name="Body">
/// The text below <c>#!markdown</c> or <c>#!html</c>, up to the next language; empty otherwise.
/// </param>
/// <param name="SourceLine">The line as written.</param>
/// <param name="Line">Its 1-based line.</param>
/// <param name="Column">The 1-based column of the <c>#</c>.</param>
internal sealed record DirectivePart(
    string Name, string Argument, string Body, string SourceLine, int Line, int Column) : CellPart(Line);
