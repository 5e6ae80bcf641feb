using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>Comments use the words of the field, and a documentation comment begins with a noun phrase.</summary>
public partial class WordTests
{
    // What is not written, and what is written instead.
    private static readonly (string Word, string Instead)[] Words =
    [
        ("<summary>What", "a noun phrase, such as \"The gradient of …\""),
        ("<summary> What", "a noun phrase, such as \"The gradient of …\""),
        ("way back", "backward pass"),
        ("asked step", "target step"),
        ("silenced", "dropped"),
        ("if not said otherwise", "by default"),
    ];

    public static TheoryData<string> Projects => [.. SourceProject.OfLib.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Comments_say_it_in_the_terms_of_the_field(string project)
    {
        SourceProject sources = SourceProject.OfLib[project];

        string[] found =
            [.. sources.Trees.SelectMany(Misnamed).Select(where => $"{sources.Folder}/{where}")];

        Assert.True(found.Length == 0, $"Say it otherwise:\n{string.Join('\n', found)}");
    }

    private static IEnumerable<string> Misnamed(SyntaxTree tree)
    {
        // Comments on lines that follow each other are one text.
        string comments = LineStart().Replace(
            string.Join('\n', tree.GetRoot().DescendantTrivia()
                .Where(trivia => trivia.ToFullString().TrimStart() is ['/', '/' or '*', ..])
                .Select(trivia => trivia.ToFullString())),
            " ");
        return Words
            .Where(word => comments.Contains(word.Word, StringComparison.OrdinalIgnoreCase))
            .Select(word => $"{tree.FilePath}: \"{word.Word}\"; write {word.Instead}");
    }

    [GeneratedRegex(@"\s*\n\s*/{2,3} ?|\s+")]
    private static partial Regex LineStart();
}
