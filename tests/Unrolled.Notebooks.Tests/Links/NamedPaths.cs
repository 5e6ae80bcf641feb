using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unrolled.Notebooks.Tests.Links;

/// <summary>The files and folders of the clone that a text names in code: in a command, or between its words.</summary>
internal static partial class NamedPaths
{
    private static readonly string[] Shells = ["sh", "bash", "console", "powershell"];

    /// <summary>The paths below the clone's root that the text names, as they are written; no placeholders.</summary>
    public static IEnumerable<string> In(string prose)
    {
        MarkdownDocument document = Markdown.Parse(prose);
        IEnumerable<string> codes = document.Descendants<CodeInline>().Select(code => code.Content).Concat(
            document.Descendants<FencedCodeBlock>()
                .Where(block => Shells.Contains(block.Info))
                .Select(block => block.Lines.ToString()));
        return codes
            .SelectMany(code => code.Split([' ', '\n', '"', '\'', '=', ','], StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.Split('#')[0])
            .Where(word => Path().IsMatch(word))
            .Distinct();
    }

    /// <summary>Whether there is such a file or folder; a pattern like <c>0[13]-*.ipynb</c> has to match one.</summary>
    public static bool Exists(string root, string path)
    {
        if (path.IndexOfAny(['*', '[']) < 0)
            return System.IO.Path.Exists(System.IO.Path.Combine(root, path));
        string folder = System.IO.Path.Combine(root, System.IO.Path.GetDirectoryName(path)!);
        string pattern = $"^{Regex.Escape(System.IO.Path.GetFileName(path)).Replace("\\*", ".*").Replace("\\[", "[")}$";
        return Directory.Exists(folder)
            && Directory.EnumerateFileSystemEntries(folder)
                .Any(entry => Regex.IsMatch(System.IO.Path.GetFileName(entry), pattern));
    }

    // Below a folder of the root, or a file in it; what a build writes is not there yet.
    [GeneratedRegex(
        @"^(?:(?:lib|tests|notebooks|data|docs|\.ci|\.github|\.devcontainer)/[\w./*\[\]-]*"
        + @"|[A-Z][\w.]*\.(?:md|slnx|props|cff))$")]
    private static partial Regex Path();
}
