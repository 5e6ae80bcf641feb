using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The report of a text that does not compile, in the text's own lines and columns.</summary>
internal static class CompilationReport
{
    private const string Name = "CompilationError";

    /// <summary>The report of all errors, in the order of the text.</summary>
    public static ErrorOutput Of(IEnumerable<Diagnostic> diagnostics, ScriptSource source)
    {
        var errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();
        SourceText text = SourceText.From(source.Text);
        if (Hint(errors[0], source, text) is { } hint)
            return hint;
        return new ErrorOutput(
            Name,
            Headline(errors[0], source),
            [.. errors.SelectMany(error => Describe(error, source, text))],
            LineOf(errors[0]));
    }

    // The compiler may miss a semicolon at the end of the line before.
    private static ErrorOutput? Hint(Diagnostic error, ScriptSource source, SourceText text) =>
        LineOf(error) is { } number
            ? text.Lines.Skip(number - 1).Take(2)
                .Select(line => (line.LineNumber, Text: IPythonHint.Of(line.ToString())))
                .Where(hint => hint.Text is not null)
                .Select(hint => $"{source.Name}, line {hint.LineNumber + 1}: {hint.Text}")
                .Select(hint => new ErrorOutput(Name, hint, [hint], number))
                .FirstOrDefault()
            : null;

    private static IEnumerable<string> Describe(Diagnostic error, ScriptSource source, SourceText text)
    {
        string headline = Headline(error, source);
        if (!error.Location.IsInSource)
            return [headline];
        TextSpan span = error.Location.SourceSpan;
        TextLine line = text.Lines.GetLineFromPosition(Math.Min(span.Start, text.Length));
        return [headline, .. SourceExcerpt.Of(line, span.Start - line.Start, span.Length)];
    }

    private static string Headline(Diagnostic error, ScriptSource source)
    {
        string message = $"error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
        if (!error.Location.IsInSource)
            return $"{source.Name}: {message}";
        LinePosition start = error.Location.GetLineSpan().StartLinePosition;
        return $"{source.Name}, line {start.Line + 1}, column {start.Character + 1}: {message}";
    }

    private static int? LineOf(Diagnostic error) =>
        error.Location.IsInSource ? error.Location.GetLineSpan().StartLinePosition.Line + 1 : null;
}

/// <summary>The line of source that an error is about, with a mark under the place.</summary>
internal static class SourceExcerpt
{
    private const string Indent = "    ";

    /// <summary>
    /// The line and the line of carets below it. Tabs stay tabs, so that the carets are in the right column.
    /// </summary>
    public static IEnumerable<string> Of(TextLine line, int start, int length)
    {
        string text = line.ToString();
        start = Math.Min(start, text.Length);
        length = Math.Clamp(length, 1, Math.Max(1, text.Length - start));
        string blank = string.Concat(text[..start].Select(character => character == '\t' ? '\t' : ' '));
        return [Indent + text, Indent + blank + new string('^', length)];
    }
}
