using System.Text.RegularExpressions;

namespace Unrolled.Notebooks.Tests.Pages;

/// <summary>The Chinese README says the same as the English one where a reader acts on it.</summary>
public partial class ChineseReadmeTests
{
    private static readonly string English = Read("README.md");
    private static readonly string Chinese = Read("README.zh-CN.md");

    [Fact]
    public void Each_readme_links_the_other()
    {
        Assert.Contains("](README.zh-CN.md)", English);
        Assert.Contains("](README.md)", Chinese);
    }

    [Fact]
    public void Both_commands_are_the_same()
    {
        string[] commands = [.. Commands(Chinese).Take(2)];

        Assert.Equal(["dotnet run --project lib/Unrolled.NotebookHost -- book\n", "dotnet test\n"], commands);
        Assert.Empty(commands.SelectMany(Lines).Except(Commands(English).SelectMany(Lines)));
    }

    [Fact]
    public void No_command_is_in_Chinese_alone() =>
        Assert.Empty(Commands(Chinese).SelectMany(Lines).Except(Commands(English).SelectMany(Lines)));

    [Fact]
    public void The_tables_of_chapters_agree()
    {
        string[] chapters = [.. Chapters(English)];

        Assert.True(chapters.Length >= 9, $"The table has {chapters.Length} chapters.");
        Assert.Equal(chapters, Chapters(Chinese));
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(Repository.Root, file)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Commands(string readme) =>
        Fences().Matches(readme).Select(fence => fence.Groups[1].Value);

    private static IEnumerable<string> Lines(string commands) =>
        commands.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // The number and the notebook of every row.
    private static IEnumerable<string> Chapters(string readme) =>
        ChapterRows().Matches(readme).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}");

    [GeneratedRegex(@"```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^\| (\d\d\w?) \| \[[^\]]+\]\(([^)]+)\) \|", RegexOptions.Multiline)]
    private static partial Regex ChapterRows();
}
