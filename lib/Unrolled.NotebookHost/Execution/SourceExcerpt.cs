using Microsoft.CodeAnalysis.Text;

namespace Unrolled.NotebookHost.Execution;

/// <summary>The line of source that an error is about, with a mark under the place.</summary>
internal static class SourceExcerpt
{
    private const string Indent = "    ";

    /// <summary>The line and the line of carets below it. Tabs stay tabs, so that the caret stands where it should.</summary>
    public static IEnumerable<string> Of(TextLine line, int start, int length)
    {
        string text = line.ToString();
        start = Math.Min(start, text.Length);
        length = Math.Clamp(length, 1, Math.Max(1, text.Length - start));
        string blank = string.Concat(text[..start].Select(character => character == '\t' ? '\t' : ' '));
        return [Indent + text, Indent + blank + new string('^', length)];
    }
}
