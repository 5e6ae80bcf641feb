namespace Unrolled.Notebooks.Tests.Links;

/// <summary>A reader who follows a link arrives.</summary>
public class LinkTests
{
    public static TheoryData<string> Documents =>
        [.. Repository.MarkdownFiles, .. Repository.AllNotebooks];

    public static TheoryData<string> Texts => [.. Repository.MarkdownFiles];

    public static TheoryData<string> Notebooks => [.. Repository.Notebooks];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file_and_every_anchor_to_a_heading(string document)
    {
        LinkedDocument linked = Read(document);

        Assert.Empty(linked.Links.Select(linked.Problem).OfType<string>());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_file_that_a_text_or_a_command_names_exists(string document)
    {
        IEnumerable<string> named = NamedPaths.In(File.ReadAllText(Path.Combine(Repository.Root, document)));

        Assert.All(
            named, path => Assert.True(NamedPaths.Exists(Repository.Root, path), $"{path}: there is no such file."));
    }

    [Theory]
    [InlineData("`lib/Unrolled/Cell.cs#Forward`, `lib/…/Cell.cs`, not lib/Other", "lib/Unrolled/Cell.cs")]
    [InlineData("```sh\ndotnet run --project tests/Unrolled.Parity -- data/x\n```", "tests/Unrolled.Parity data/x")]
    [InlineData("`CITATION.cff`, `artifacts/book`, `dotnet test`", "CITATION.cff")]
    [InlineData("```\nlib/\n  Unrolled/\n```", "")]
    public void The_paths_that_a_text_names_are_found(string text, string paths) =>
        Assert.Equal(paths, string.Join(' ', NamedPaths.In(text)));

    [Theory]
    [InlineData("lib/there.cs", true)]
    [InlineData("lib", true)]
    [InlineData("lib/*.cs", true)]
    [InlineData("lib/[st]*.cs", true)]
    [InlineData("lib/[s]*.cs", false)]
    [InlineData("lib/missing.cs", false)]
    [InlineData("other/*.cs", false)]
    public void A_path_that_names_nothing_is_found(string path, bool exists)
    {
        using TemporaryFolder folder = new();
        folder.Write("lib/there.cs", "");

        Assert.Equal(exists, NamedPaths.Exists(folder.Path, path));
    }

    [Fact]
    public void The_readme_links_every_notebook() =>
        Assert.Empty(Repository.Notebooks.Concat(Repository.Companions).Select(Slashed).Except(Read("README.md").Links));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_chapter_links_the_one_before_and_the_one_after(string notebook)
    {
        IEnumerable<string> neighbours = Repository.Notebooks
            .Where(other => Math.Abs(Number(other) - Number(notebook)) == 1)
            .Select(other => Path.GetFileName(other));

        Assert.Empty(neighbours.Except(Read(notebook).Links));
    }

    [Fact]
    public void Every_solutions_notebook_links_its_chapter() =>
        Assert.All(Repository.Solutions, path => Assert.Contains($"../{Path.GetFileName(path)}", Read(path).Links));

    [Theory]
    [InlineData("there.md", null)]
    [InlineData("there.md#a-heading", null)]
    [InlineData("#here", null)]
    [InlineData("https://example.org/nowhere", null)]
    [InlineData("missing.md", "no such file")]
    [InlineData("there.md#another-heading", "no such heading")]
    [InlineData("#there", "no such heading")]
    public void A_link_that_leads_nowhere_is_found(string link, string? problem)
    {
        using TemporaryFolder folder = new();
        folder.Write("there.md", "# A heading\n");
        LinkedDocument document = LinkedDocument.Read(folder.Write("here.md", $"# Here\n\n[link]({link})\n"));

        Assert.Equal([link], document.Links);
        Assert.Equal(problem is not null, document.Problem(link) is not null);
        Assert.Contains(problem ?? "", document.Problem(link) ?? "");
    }

    private static LinkedDocument Read(string path) => LinkedDocument.Read(Path.Combine(Repository.Root, path));

    private static int Number(string notebook) => int.Parse(Path.GetFileName(notebook).Split('-')[0]);

    private static string Slashed(string path) => path.Replace('\\', '/');
}
