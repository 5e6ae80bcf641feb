namespace Unrolled.NotebookHost.Book;

/// <summary>Code as HTML.</summary>
internal static class CodeListing
{
    private static readonly string[] CSharpNames = ["csharp", "cs", "c#"];

    /// <summary>A block of code, coloured when it is C#.</summary>
    public static string Render(string source, string language)
    {
        bool isCSharp = CSharpNames.Contains(language.ToLowerInvariant());
        string name = isCSharp ? "csharp" : language;
        string html = isCSharp ? CSharpHighlighter.ToHtml(source) : Html.Encode(source);
        string attribute = name == "" ? "" : $" class=\"language-{Html.Encode(name)}\"";
        return $"<pre class=\"code\" tabindex=\"0\"><code{attribute}>{html}</code></pre>";
    }
}
