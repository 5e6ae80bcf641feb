namespace Unrolled.Notebooks.Tests;

public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_readme_links_every_notebook() =>
        Assert.All(Repository.Notebooks, notebook => Assert.Contains($"]({notebook.Replace('\\', '/')})", Readme));

    [Fact]
    public void Every_file_that_the_readme_links_exists() =>
        Assert.All(LinkedFiles(), file => Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), file));

    private static IEnumerable<string> LinkedFiles() =>
        from part in Readme.Split("](").Skip(1)
        let target = part[..part.IndexOf(')')]
        where !target.Contains("://") && !target.StartsWith('#')
        select target.Split('#')[0];
}
