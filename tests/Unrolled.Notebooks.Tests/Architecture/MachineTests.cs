using System.Text.RegularExpressions;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>What is committed says nothing of the machine or the network that it was written on.</summary>
public partial class MachineTests
{
    private static readonly string[] Written =
        ["artifacts", "node_modules", ".git", ".vs", ".idea", ".ipynb_checkpoints", "bin", "obj"];

    private static readonly string[] Texts =
    [
        ".cs", ".csx", ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".ipynb", ".js", ".css", ".py", ".cpp",
        ".cff", ".yml", ".yaml", ".txt", ".config", ".npmrc", ".editorconfig", ".gitignore", ".gitattributes", "",
    ];

    // A container's own user, and the paths that a test gives to the check of notebooks to refuse.
    private static readonly string[] Exceptions =
        [".devcontainer/devcontainer.json", "tests/Unrolled.NotebookHost.Tests/Commands/FormatCommandTests.cs"];

    [Fact]
    public void No_text_holds_a_path_of_a_machine_or_the_address_of_a_registry_of_its_own()
    {
        string[] found =
        [
            .. Files(new DirectoryInfo(Repository.Root))
                .SelectMany(file => Findings().Matches(File.ReadAllText(file.FullName))
                    .Select(match => $"{Path.GetRelativePath(Repository.Root, file.FullName)}: {match.Value}"))
                .Where(line => !Exceptions.Contains(line.Split(": ")[0].Replace('\\', '/'))),
        ];

        Assert.True(found.Length == 0, $"Write what holds on every machine:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("/home/" + "mei/unrolled", true)]
    [InlineData("C:\\Users\\" + "mei", true)]
    [InlineData("/ro" + "ot/x", true)]
    [InlineData("\"resolved\": \"https://packages.example.org/katex.tgz\"", true)]
    [InlineData("\"resolved\": \"https://registry." + "npmjs.org/katex.tgz\"", false)]
    [InlineData("registry" + "=https://packages.example.org", true)]
    [InlineData("https://example.org/home/mei, lib/root/x", false)]
    public void A_path_or_an_address_is_found(string text, bool expected) =>
        Assert.Equal(expected, Findings().IsMatch(text));

    // The setup script is written by the build, and is not committed.
    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles()
        .Where(file => Texts.Contains(file.Extension) && file.Name is not ("setup.csx" or ".git"))
        .Concat(folder.EnumerateDirectories().Where(inner => !Written.Contains(inner.Name)).SelectMany(Files));

    [GeneratedRegex(
        """(?<![\w.])(?:/(?:home|Users)/\w[\w.-]*/|/(?:root|work)/|[A-Za-z]:\\Users\\\w)"""
        + """|"resolved": "(?!https://registry\.npmjs\.org/)\w+:[^"]*"""
        + """|(?<!\w)registry=(?!https://registry\.npmjs\.org)\w\S*"""
        + """|<add key="[^"]*" value="http[^"]*""")]
    private static partial Regex Findings();
}
