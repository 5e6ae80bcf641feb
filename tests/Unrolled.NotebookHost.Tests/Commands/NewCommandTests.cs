using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>A chapter that was just begun keeps every rule, and runs.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_chapter_is_canonical_keeps_the_dialect_and_runs()
    {
        folder.Write("setup.csx", "");

        CommandResult result = await NewAsync("The chapter's name, 第一章");

        Assert.True(result.ExitCode == 0, result.Text);
        const string file = "01-the-chapters-name-第一章.ipynb";
        Assert.Contains($"{file}: begun", result.Output);
        Notebook chapter = folder.ReadNotebook(file);
        Assert.StartsWith("# 01 · The chapter's name, 第一章\n", chapter.Cells[0].Source);
        Assert.Equal(chapter.ToCanonicalJson(), File.ReadAllText(folder[file]));
        Assert.Empty(CommonDialect.Problems(chapter, new NotebookSource(folder[file], file, file)));
        CommandResult run = await UnrolledCommand.RunAsync(folder, "run", file);
        Assert.True(run.ExitCode == 0, run.Text);
    }

    [Fact]
    public async Task It_has_the_parts_of_a_chapter_in_their_order()
    {
        await NewAsync("A");

        string prose = string.Join('\n', folder.ReadNotebook("01-a.ipynb").Cells.Select(cell => cell.Source));
        string[] parts =
        [
            "will be able to", "**Build first.**", "## The equation", "## A question", "**Before you run it:**",
            "## What it showed",
            "## Where it fails", "## Exercises", "**01-1", "## Sources",
        ];
        int[] places = [.. parts.Select(part => prose.IndexOf(part, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task It_follows_the_last_chapter_and_takes_over_its_using_lines()
    {
        folder.WriteNotebook("01-first.ipynb", "#!import \"setup.csx\"", "using System.Numerics;");
        folder.WriteNotebook("09-ninth.ipynb", "#!import \"setup.csx\"", "using System.Text.Json;\nusing System.Net;");
        folder.WriteNotebook("notes.ipynb", "1");

        await NewAsync("Ten");

        Assert.Equal("using System.Text.Json;\nusing System.Net;", Usings("10-ten.ipynb"));
    }

    [Fact]
    public async Task A_neighbour_that_keeps_no_rules_gives_nothing()
    {
        folder.WriteNotebook("01-first.ipynb", "1", "2");

        await NewAsync("Two");

        Assert.Equal("using System.IO;", Usings("02-two.ipynb"));
    }

    [Theory]
    [InlineData("01-first.ipynb: the number 01 is already this chapter's", "Other", "--number", "1")]
    [InlineData("\"…\": a title needs a letter or a digit", "…")]
    public async Task What_cannot_be_begun_is_bad_input_and_changes_nothing(string expected, params string[] arguments)
    {
        folder.WriteNotebook("01-first.ipynb", "1");

        CommandResult result = await UnrolledCommand.RunAsync(folder, ["new", "--folder", ".", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error);
        Assert.Equal(["01-first.ipynb"], folder.Files);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        CommandResult result = await InvokedCommand.OfAsync("new", "A", "--folder", folder["nowhere"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("nowhere: there is no such folder", result.Error);
    }

    private Task<CommandResult> NewAsync(string title) => InvokedCommand.OfAsync("new", title, "--folder", folder.Path);

    private string Usings(string file) =>
        folder.ReadNotebook(file).Cells.Where(cell => cell.Kind == CellKind.Code).ElementAt(1).Source;
}
