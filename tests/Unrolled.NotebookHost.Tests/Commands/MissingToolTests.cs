namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>A machine with .NET and no other program on the path.</summary>
public sealed class MissingToolTests : IDisposable
{
    private const string Figure =
        "display(HTML(\"<div data-figure=\\\"sha256:"
        + "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef\\\"></div>\"));";

    private static readonly (string, string) NoPrograms = ("PATH", "");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NightlyTheory]
    [InlineData("run", "a.ipynb", "--save")]
    [InlineData("check", "a.ipynb")]
    [InlineData("book", "a.ipynb", "--output", "book")]
    [InlineData("format", "a.ipynb")]
    public async Task What_needs_no_other_program_works(params string[] arguments)
    {
        folder.WriteNotebook("a.ipynb", "1 + 1");
        await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--save");

        CommandResult result = await UnrolledCommand.RunAsync(folder, NoPrograms, arguments);

        Assert.True(result.ExitCode == 0, result.Text);
    }

    [Fact]
    public async Task A_figure_without_a_browser_is_told_with_the_remedy_and_the_old_outputs_stay()
    {
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("a.ipynb", Figure));

        CommandResult result = await UnrolledCommand.RunAsync(folder, NoPrograms, "run", "a.ipynb", "--save");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: it ran, and its old outputs were left as they are", result.Output);
        Assert.Contains("install one, or name it in the environment variable CHROME_PATH", result.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["a.ipynb"]));
        Assert.Equal(["a.ipynb"], folder.Files);
    }

    [Fact]
    public async Task A_kernel_without_python_is_not_installed_and_the_remedy_is_told()
    {
        CommandResult result = await UnrolledCommand.RunAsync(
            folder, NoPrograms, "jupyter", "install", "--prefix", folder["prefix"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("No Python on the path has ipykernel", result.Error);
        Assert.Contains("pip install", result.Error);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task The_doctor_names_every_missing_program_with_its_remedy()
    {
        CommandResult result = await UnrolledCommand.RunAsync(folder, NoPrograms, "doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^ok       \.NET SDK: \d+\.", result.Output);
        Assert.Matches(@"(?m)^missing  npm: [^\n]*\n         → install Node\.js", result.Output);
        Assert.Matches(@"(?m)^missing  Chromium: [^\n]*\n         → install Chromium", result.Output);
        Assert.Matches(@"(?m)^missing  Jupyter: [^\n]*\n         → ", result.Output);
    }
}
