using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Commands;

/// <summary>The number and title of a chapter, and its file: <c>07-deep-and-bidirectional.ipynb</c>.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">As its first heading has it.</param>
internal sealed partial record ChapterName(int Number, string Title)
{
    /// <summary>The file's name.</summary>
    public string File => $"{Number:00}-{Slug()}.ipynb";

    /// <summary>The chapters of a folder: its notebooks whose names begin with a number, by that number.</summary>
    public static IReadOnlyList<(int Number, string Path)> InFolder(string folder) =>
    [
        .. from path in Directory.EnumerateFiles(folder, "*.ipynb")
           let match = Numbered().Match(Path.GetFileName(path))
           where match.Success
           let number = int.Parse(match.Groups[1].Value)
           orderby number
           select (number, path),
    ];

    /// <summary>Whether the title has anything that can name a file.</summary>
    public static bool CanNameFile(string title) => Word().IsMatch(title);

    private string Slug() => string.Join(
        '-', Word().Matches(Title.ToLowerInvariant()).Select(match => match.Value.Replace("'", "").Replace("’", "")));

    [GeneratedRegex(@"^(\d{2,3})-")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:['’]\p{L}+)*")]
    private static partial Regex Word();
}
