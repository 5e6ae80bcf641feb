namespace Unrolled.Notebooks.Tests;

/// <summary>Where things stand in the clone that these tests were built in.</summary>
internal static class Repository
{
    /// <summary>The clone's root: the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The notebooks of the series in reading order, as paths below <see cref="Root"/>.</summary>
    public static IReadOnlyList<string> Notebooks { get; } =
        [.. NotebooksIn("notebooks").Where(path => IsChapter(path) && !RequiresMore(path))];

    /// <summary>
    /// The companions, which require packages or a kernel of their own, as paths below <see cref="Root"/>.
    /// </summary>
    public static IReadOnlyList<string> Companions { get; } =
        [.. NotebooksIn("notebooks").Where(RequiresMore)];

    /// <summary>The notebook that is the book's first page, as a path below <see cref="Root"/>.</summary>
    public static string FrontPage { get; } = Path.Combine("notebooks", "index.ipynb");

    /// <summary>The notebooks that hold their exercises' solutions, as paths below <see cref="Root"/>.</summary>
    public static IReadOnlyList<string> Solutions { get; } = NotebooksIn(Path.Combine("notebooks", "solutions"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> AllNotebooks { get; } =
        [.. Notebooks, FrontPage, .. Companions, .. Solutions];

    /// <summary>The texts for readers outside notebooks, as paths below <see cref="Root"/>.</summary>
    public static IReadOnlyList<string> MarkdownFiles { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
        .. new[] { "data", "docs", "notebooks", "lib", "tests" }.Where(HasFolder).SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path))
                .Where(path => !path.Contains("node_modules") && !path.Contains("Fixtures"))
                .Order(StringComparer.Ordinal)),
    ];

    /// <summary>The script that every notebook imports, as the build writes it.</summary>
    public static string SetupScript => Path.Combine(Root, "notebooks", "setup.csx");

    /// <summary>The same script, for the notebooks with the solutions.</summary>
    public static string SolutionsSetupScript => Path.Combine(Root, "notebooks", "solutions", "setup.csx");

    /// <summary>Where the solutions of a notebook's exercises stand.</summary>
    public static string SolutionOf(string notebook) =>
        Path.Combine("notebooks", "solutions", Path.GetFileName(notebook));

    /// <summary>Where the wrong answers to a notebook's exercises stand.</summary>
    public static string WrongAnswersTo(string notebook) =>
        Path.Combine(
            "tests", "Unrolled.Notebooks.Tests", "WrongAnswers", Path.GetFileName(notebook).Split('-')[0] + ".csx");

    /// <summary>What a project's build left behind, in the Configuration of these tests.</summary>
    public static string BuildOutput(string project, string file)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(Root, "artifacts", "bin", project, configuration, file);
    }

    private static bool IsChapter(string path) => char.IsAsciiDigit(Path.GetFileName(path)[0]);

    private static bool RequiresMore(string path) =>
        File.ReadAllText(Path.Combine(Root, path)).Contains("\"requires\": [", StringComparison.Ordinal);

    private static bool HasFolder(string name) => Directory.Exists(Path.Combine(Root, name));

    private static IReadOnlyList<string> NotebooksIn(string folder) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? [
                .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.ipynb")
                    .Select(path => Path.GetRelativePath(Root, path))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private static string FindRoot(string start)
    {
        DirectoryInfo? folder = new(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Unrolled.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No folder above {start} holds Unrolled.slnx.");
    }
}
