namespace Unrolled.NotebookHost.Notebooks;

/// <summary>
/// A notebook in .NET Interactive's text format: lines such as <c>#!csharp</c> and <c>#!markdown</c> begin cells, and a
/// first <c>#!meta</c> cell holds JSON that describes the languages.
/// </summary>
public sealed class DibDocument
{
    private static readonly string[] Languages =
    [
        "meta", "csharp", "c#", "markdown", "md", "html", "fsharp", "f#", "pwsh", "powershell", "javascript", "js",
        "sql", "kql", "mermaid", "http", "value", "raw",
    ];

    private DibDocument(IReadOnlyList<DibCell> cells) => Cells = cells;

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<DibCell> Cells { get; }

    /// <summary>Reads a file.</summary>
    public static DibDocument Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads a text; the lines before the first language line are C#.</summary>
    public static DibDocument Parse(string text)
    {
        List<DibCell> cells = [];
        string language = "csharp";
        int firstLine = 1;
        List<string> lines = [];
        string[] all = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < all.Length; i++)
        {
            if (LanguageOf(all[i]) is not { } next)
            {
                lines.Add(all[i]);
                continue;
            }

            AddCell();
            (language, firstLine, lines) = (next, i + 2, []);
        }

        AddCell();
        return new DibDocument(cells);

        void AddCell()
        {
            if (lines.Any(line => !string.IsNullOrWhiteSpace(line)))
                cells.Add(new DibCell(language, string.Join('\n', lines), firstLine));
        }
    }

    private static string? LanguageOf(string line)
    {
        string trimmed = line.TrimEnd();
        return trimmed.StartsWith("#!", StringComparison.Ordinal) && Languages.Contains(trimmed[2..])
            ? trimmed[2..]
            : null;
    }
}

/// <summary>One cell of a <see cref="DibDocument"/>.</summary>
/// <param name="Language">The name in the line that began it, without <c>#!</c>.</param>
/// <param name="Text">Its text.</param>
/// <param name="FirstLine">The file's 1-based line on which the text begins.</param>
public sealed record DibCell(string Language, string Text, int FirstLine)
{
    /// <summary>Whether it is C# that runs.</summary>
    public bool IsCSharp => Language is "csharp" or "c#";

    /// <summary>
    /// The text below as many empty lines as precede it in the file, so that line numbers are the file's.
    /// </summary>
    public string TextInPlace => new string('\n', FirstLine - 1) + Text;
}
