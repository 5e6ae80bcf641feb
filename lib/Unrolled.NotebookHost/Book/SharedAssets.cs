using System.Reflection;

namespace Unrolled.NotebookHost.Book;

/// <summary>The files that every page uses, as paths within the book.</summary>
/// <param name="Style">The style sheet.</param>
/// <param name="Theme">The script that chooses light or dark before anything is shown.</param>
/// <param name="Scripts">The scripts that run when the page has been read.</param>
/// <param name="MathStyle">KaTeX's style sheet; null where the build had no KaTeX.</param>
/// <param name="MathScript">KaTeX itself; null where the build had no KaTeX.</param>
internal sealed record SharedAssets(
    string Style, string Theme, IReadOnlyList<string> Scripts, string? MathStyle, string? MathScript)
{
    private const string MathFolder = "katex";

    private static readonly string[] ScriptNames = ["book.js", "search.js", "exercises.js"];

    /// <summary>The folder beside the host where the build puts KaTeX.</summary>
    public static string MathSource { get; } = Path.Combine(AppContext.BaseDirectory, MathFolder);

    /// <summary>Puts the shared files into an edition.</summary>
    public static SharedAssets AddTo(Edition edition)
    {
        string style = Add(edition, "book.css"), theme = Add(edition, "theme.js");
        string[] scripts = [.. ScriptNames.Select(name => Add(edition, name))];
        if (!Directory.Exists(MathSource))
            return new SharedAssets(style, theme, scripts, null, null);

        foreach (string file in Directory.EnumerateFiles(MathSource, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(MathSource, file).Replace(Path.DirectorySeparatorChar, '/');
            edition.AddNamedAsset($"{MathFolder}/{name}", File.ReadAllBytes(file));
        }
        return new SharedAssets(
            style, theme, scripts, $"assets/{MathFolder}/katex.min.css", $"assets/{MathFolder}/katex.min.js");
    }

    private static string Add(Edition edition, string name) => edition.AddAsset(name, ReadResource($"book/{name}"));

    private static byte[] ReadResource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
