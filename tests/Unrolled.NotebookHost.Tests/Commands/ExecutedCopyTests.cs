using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// One execution serves the book and the check: both take the copies that <c>run --output-dir</c> wrote.
/// </summary>
public sealed class ExecutedCopyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Book_and_check_take_the_copies_and_run_nothing()
    {
        folder.WriteNotebook("notebooks/a.ipynb", "System.IO.File.AppendAllText(\"ran\", \"x\");\n6 * 7");
        folder.WriteNotebook("notebooks/solutions/a.ipynb", "\"solved\"", new TestCell("not C#", "skip-execution"));
        await ExecuteAsync("notebooks", "--save");

        CommandResult check = await RunAsync("check", "notebooks", "--executed", "executed");
        CommandResult book = await RunAsync("book", "notebooks", "--executed", "executed", "--output", "book");

        Assert.True(check.ExitCode == 0, check.Text);
        Assert.Contains("2 notebooks: 2 as saved, 0 differ", check.Output);
        Assert.True(book.ExitCode == 0, book.Text);
        Assert.Contains("42", await File.ReadAllTextAsync(folder["book/a.html"]));
        Assert.Contains("solved", await File.ReadAllTextAsync(folder["book/solutions/a.html"]));
        Assert.Equal("x", await File.ReadAllTextAsync(folder["notebooks/ran"]));
    }

    [NightlyFact]
    public async Task What_a_copy_has_after_the_notebooks_own_cells_is_left_out()
    {
        folder.WriteNotebook("sheet/a.ipynb", "1", "2", "\"appended\"");
        await ExecuteAsync("sheet");
        folder.WriteNotebook("a.ipynb", "1", "2");

        CommandResult book = await RunAsync("book", "a.ipynb", "--executed", "executed", "--output", "book");

        Assert.True(book.ExitCode == 0, book.Text);
        Assert.DoesNotContain("appended", await File.ReadAllTextAsync(folder["book/a.html"]));
    }

    [NightlyFact]
    public async Task The_prose_is_the_notebooks_and_the_difference_is_told_as_after_an_execution()
    {
        folder.WriteNotebook("a.ipynb", "1 + 2");
        await ExecuteAsync("a.ipynb", "--save");
        Notebook notebook = folder.ReadNotebook("a.ipynb");
        notebook.InsertCell(0, NotebookCell.Markdown("title", "# A later title"));
        notebook.Cells[1].Outputs[0]!["data"]!["text/plain"] = "4";
        notebook.Save(folder["a.ipynb"]);

        CommandResult result = await RunAsync(
            "book", "a.ipynb", "--executed", "executed", "--check", "--output", "book");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "a.ipynb: cell 1 (id c1), output 1, text/plain, line 1\n  committed: 4\n  now:       3\n", result.Output);
        Assert.Contains("A later title", await File.ReadAllTextAsync(folder["book/a.html"]));
    }

    [Theory]
    [InlineData("cell 2 (id c2) differs in line 1", "1", "3")]
    [NightlyInlineData("cell 3 (id c3) is missing in it", "1", "2", "3")]
    public async Task A_copy_of_another_text_is_refused(string expected, params string[] cells)
    {
        folder.WriteNotebook("a.ipynb", "1", "2");
        await ExecuteAsync("a.ipynb");
        folder.WriteNotebook("a.ipynb", [.. cells.Select(cell => new TestCell(cell))]);

        CommandResult book = await RunAsync("book", "a.ipynb", "--executed", "executed", "--output", "book");
        CommandResult check = await RunAsync("check", "a.ipynb", "--executed", "executed");

        Assert.Equal((1, 1), (book.ExitCode, check.ExitCode));
        Assert.Contains($"a.ipynb is not of this notebook: {expected}; execute it again", book.Output);
        Assert.Contains(expected, check.Output);
        Assert.Contains("The book was not written", book.Error);
        Assert.False(Directory.Exists(folder["book"]));
    }

    [NightlyFact]
    public async Task A_cell_that_ran_between_the_notebooks_own_is_refused_because_it_may_have_changed_what_they_show()
    {
        folder.WriteNotebook("a.ipynb", "int x = 1;", "x = 2;", "x");
        await ExecuteAsync("a.ipynb");
        Notebook notebook = folder.ReadNotebook("a.ipynb");
        notebook.RemoveCellAt(1);
        notebook.Save(folder["a.ipynb"]);

        CommandResult result = await RunAsync("check", "a.ipynb", "--executed", "executed");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("where the notebook has cell 2 (id c3), it has the cell c2", result.Output);
    }

    [Fact]
    public async Task A_copy_of_a_notebook_that_failed_fails_as_it_did_and_one_that_was_not_finished_is_named()
    {
        folder.WriteNotebook("a.ipynb", "throw new Exception(\"no\");", "2");
        folder.WriteNotebook("b.ipynb", "1", new TestCell("throw new Exception(\"meant\");", "raises-exception"));
        await RunAsync("run", ".", "--output-dir", "executed");
        folder.WriteNotebook("executed/c.ipynb", "1");
        folder.WriteNotebook("c.ipynb", "1");

        CommandResult result = await RunAsync("check", "a.ipynb", "b.ipynb", "c.ipynb", "--executed", "executed");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: cell 1 (id c1): System.Exception: no", result.Output);
        Assert.Matches(@"b\.ipynb +passed +2/2", result.Output);
        Assert.Matches(@"c\.ipynb: the executed copy .*c\.ipynb was not run to its end", result.Output);
    }

    [Fact]
    public async Task A_missing_copy_says_how_to_make_one()
    {
        folder.WriteNotebook("a.ipynb", "1");

        CommandResult result = await RunAsync("check", "a.ipynb", "--executed", "executed");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(
            @"there is no executed copy executed.a\.ipynb; write one with: .* run --output-dir executed a\.ipynb",
            result.Output);
    }

    [Fact]
    public async Task A_notebook_that_a_missing_package_kept_from_running_has_no_copy_and_is_skipped_again()
    {
        folder.WriteEmptyFeed();
        JsonObject requires = new() { ["requires"] = new JsonArray("Unrolled.NoSuchPackage@1.2.3") };
        folder.WriteNotebook("a.ipynb", new JsonObject { ["unrolled"] = requires }, "1");

        CommandResult result = await RunAsync("book", "a.ipynb", "--executed", "executed", "--output", "book");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Contains(
            "was not run for this edition: it requires the package Unrolled.NoSuchPackage 1.2.3",
            await File.ReadAllTextAsync(folder["book/a.html"]));
    }

    [Fact]
    public async Task Two_notebooks_of_one_name_are_bad_input()
    {
        folder.WriteNotebook("a.ipynb", "1");
        folder.WriteNotebook("b/a.ipynb", "1");

        CommandResult result = await InvokedCommand.OfAsync(
            "check", folder["a.ipynb"], folder["b/a.ipynb"], "--executed", folder["executed"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--executed: ", result.Error);
        Assert.Contains("would both be read from a.ipynb", result.Error);
    }

    private async Task ExecuteAsync(params string[] arguments)
    {
        CommandResult result = await RunAsync(["run", "--output-dir", "executed", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Text);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => UnrolledCommand.RunAsync(folder, arguments);
}
