using System.Reflection;

namespace Unrolled.NotebookHost.Book;

/// <summary>The files that every page uses, as paths within the book.</summary>
/// <param name="Style">The style sheet.</param>
/// <param name="Script">The script.</param>
/// <param name="MathStyle">KaTeX's style sheet; null where the build had no KaTeX.</param>
/// <param name="MathScript">KaTeX itself; null where the build had no KaTeX.</param>
internal sealed record SharedAssets(string Style, string Script, string? MathStyle, string? MathScript)
{
    private const string MathFolder = "katex";

    /// <summary>Puts the shared files into an edition.</summary>
    public static SharedAssets AddTo(Edition edition)
    {
        string style = edition.AddAsset("book.css", ReadResource("book/book.css"));
        string script = edition.AddAsset("book.js", ReadResource("book/book.js"));
        string source = Path.Combine(AppContext.BaseDirectory, MathFolder);
        if (!Directory.Exists(source))
            return new SharedAssets(style, script, null, null);

        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(source, file).Replace(Path.DirectorySeparatorChar, '/');
            edition.AddNamedAsset($"{MathFolder}/{name}", File.ReadAllBytes(file));
        }
        return new SharedAssets(
            style, script, $"assets/{MathFolder}/katex.min.css", $"assets/{MathFolder}/katex.min.js");
    }

    private static byte[] ReadResource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
