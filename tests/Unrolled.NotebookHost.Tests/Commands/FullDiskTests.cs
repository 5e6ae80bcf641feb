namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>A disk without space for what a command has to write: the old files stay, and the reason is told.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Page = 4096;
    private const string NoSpace = "No space left on device";

    // Some hundred thousand characters of output, where some ten thousand bytes are free.
    private const string Cell = "for (int i = 0; i < 20_000; i++)\n    Console.WriteLine($\"line {i}\");";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [PrivateDiskTheory]
    [InlineData("run", "a.ipynb", "--save")]
    [NightlyInlineData("run", "a.ipynb", "--output-dir", "out")]
    [NightlyInlineData("book", "a.ipynb", "--output", "out")]
    public async Task Outputs_that_do_not_fit_are_told_and_the_notebook_stays(params string[] arguments)
    {
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("before/a.ipynb", Cell));

        CommandResult result = await PrivateDisk.RunAsync(folder, free: 3 * Page, arguments);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(NoSpace, result.Text);
        Assert.DoesNotContain("   at ", result.Text);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["after/a.ipynb"]));
        Assert.Equal(["after/a.ipynb", "before/a.ipynb"], folder.Files);
    }

    [PrivateDiskFact]
    public async Task A_report_that_does_not_fit_is_told_and_the_one_before_stays()
    {
        folder.Write("before/report.xml", "<testsuites />");
        folder.WriteNotebook(
            "before/a.ipynb", [.. Enumerable.Range(0, 300).Select(i => new TestCell($"{i} + 1"))]);

        CommandResult result = await PrivateDisk.RunAsync(
            folder, free: 2 * Page, "run", "a.ipynb", "--report", "report.xml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--report report.xml: ", result.Error);
        Assert.Contains(NoSpace, result.Error);
        Assert.Equal("<testsuites />", await File.ReadAllTextAsync(folder["after/report.xml"]));
        Assert.Equal(
            ["after/a.ipynb", "after/report.xml", "before/a.ipynb", "before/report.xml"], folder.Files);
    }

    [PrivateDiskFact]
    public async Task A_notebook_that_does_not_fit_in_its_canonical_form_stays_as_it_was()
    {
        string before = await File.ReadAllTextAsync(
            folder.WriteNotebook("before/a.ipynb", new TestCell(new string('x', 20 * Page))));
        folder.WriteNotebook("before/b.ipynb", "1");

        CommandResult result = await PrivateDisk.RunAsync(folder, free: 3 * Page, "format", ".");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(NoSpace, result.Error);
        Assert.Contains("a.ipynb", result.Error);
        Assert.Contains("b.ipynb: rewritten", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["after/a.ipynb"]));
        Assert.Equal(
            ["after/a.ipynb", "after/b.ipynb", "before/a.ipynb", "before/b.ipynb"], folder.Files);
    }

    [PrivateDiskFact(ExternalTool.Jupyter)]
    public async Task A_kernel_that_does_not_fit_is_told_with_its_folder_and_is_not_there_for_jupyter()
    {
        folder.Write("before/readme.txt", "");

        CommandResult result = await PrivateDisk.RunAsync(
            folder, free: 30 * Page, "jupyter", "install", "--prefix", "prefix", "--python", ExternalTool.Python);

        Assert.Equal(2, result.ExitCode);
        Assert.Matches($"^unrolled-csharp: it cannot be installed in .*/unrolled-csharp: {NoSpace}", result.Error);
        Assert.Equal(["after/readme.txt", "before/readme.txt"], folder.Files);
    }

    [PrivateDiskFact]
    public async Task A_new_chapter_that_does_not_fit_leaves_nothing()
    {
        folder.Write("before/notebooks/readme.txt", "");

        CommandResult result = await PrivateDisk.RunAsync(
            folder, free: 0, "new", "A question", "--folder", "notebooks");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(NoSpace, result.Error);
        Assert.Equal(["after/notebooks/readme.txt", "before/notebooks/readme.txt"], folder.Files);
    }
}
