using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Unrolled.NotebookHost.Tests.Commands;

public sealed class BookCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Notebooks_are_run_shown_as_they_run_and_published_with_what_they_showed()
    {
        string first = folder.WriteNotebook("a.ipynb", "\"six times seven is \" + 6 * 7");
        string before = await File.ReadAllTextAsync(first);
        folder.WriteNotebook("b.ipynb", "1");

        CommandResult result = await BookAsync(".", "--output", "book", "--title", "My <Book>");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("a.ipynb: cell 1 of 1", result.Output);
        Assert.Matches(@"b\.ipynb +passed +1/1", result.Output);
        Assert.Contains($"2 notebooks published: {folder["book/index.html"]}", result.Output);
        Assert.Contains("<h1>My &lt;Book&gt;</h1>", await File.ReadAllTextAsync(folder["book/index.html"]));
        Assert.Contains("six times seven is 42", await File.ReadAllTextAsync(folder["book/a.html"]));
        Assert.Equal(before, await File.ReadAllTextAsync(first));
    }

    [Fact]
    public async Task Without_arguments_the_repositorys_notebooks_become_its_book_under_the_title_of_its_README()
    {
        Directory.CreateDirectory(folder[".git"]);
        folder.Write("README.md", "# The series\n\nWhat it is.\n");
        folder.WriteNotebook("notebooks/01.ipynb", "1");
        folder.WriteNotebook("notebooks/solutions/01.ipynb", "1");
        folder.WriteNotebook("elsewhere/02.ipynb", "1");

        CommandResult result = await BookAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("<h1>The series</h1>", await File.ReadAllTextAsync(folder["artifacts/book/index.html"]));
        Assert.Equal(
            ["artifacts/book/01.html", "artifacts/book/index.html", "artifacts/book/solutions/01.html"],
            folder.Files.Where(file => file.EndsWith(".html")));
    }

    [Fact]
    public async Task A_notebook_that_fails_is_reported_as_by_run_and_the_edition_before_stays()
    {
        folder.WriteNotebook("a.ipynb", "\"first edition\"");
        Assert.Equal(0, (await BookAsync("a.ipynb", "--output", "book")).ExitCode);
        IReadOnlyDictionary<string, string> before = Edition();
        folder.WriteNotebook("a.ipynb", "\"second edition\"");
        folder.WriteNotebook("b.ipynb", "1", "int a = 0;\nint b = 1 / a;");
        folder.Write("c.ipynb", "{ oops");

        CommandResult result = await BookAsync("a.ipynb", "b.ipynb", "c.ipynb", "--output", "book");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("b.ipynb: cell 2 (id c2), line 2: System.DivideByZeroException", result.Output);
        Assert.Contains("2 | int b = 1 / a;", result.Output);
        Assert.Contains("c.ipynb(line 1, column 3)", result.Output);
        Assert.Contains("The book was not written: 2 of 3 notebooks failed.", result.Error);
        Assert.Equal(before, Edition());
    }

    [Fact]
    public async Task With_check_one_execution_publishes_the_book_and_tells_what_is_not_as_saved()
    {
        folder.WriteNotebook("a.ipynb", "System.IO.File.AppendAllText(\"ran\", \"x\");\n1 + 2");
        await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");
        CommandResult same = await BookAsync("a.ipynb", "--check", "--output", "book");
        folder.Write("a.ipynb", File.ReadAllText(folder["a.ipynb"]).Replace("\"3\"\n", "\"4\"\n"));

        CommandResult differing = await BookAsync("a.ipynb", "--check", "--output", "other");

        Assert.True(same.ExitCode == 0, same.Text);
        Assert.Contains("1 notebook: 1 as saved, 0 differ", same.Output);
        Assert.Equal(1, differing.ExitCode);
        Assert.Contains(
            "a.ipynb: cell 1 (id c1), output 1, text/plain, line 1\n  committed: 4\n  now:       3\n",
            differing.Output);
        Assert.Contains("1 notebook published", differing.Output);
        Assert.True(File.Exists(folder["other/a.html"]));
        Assert.Equal("xxx", await File.ReadAllTextAsync(folder["ran"]));
    }

    [Fact]
    public async Task A_book_holds_its_executed_notebooks_which_check_compares_without_running_them()
    {
        folder.WriteNotebook("notebooks/a.ipynb", "System.IO.File.AppendAllText(\"ran\", \"x\");\n1 + 2");
        CommandResult book = await BookAsync("notebooks", "--output", "book");
        File.Copy(folder["book/a.ipynb"], folder["notebooks/a.ipynb"], overwrite: true);

        CommandResult check = await UnrolledCommand.RunAsync(folder, "check", "notebooks", "--executed", "book");

        Assert.True(book.ExitCode == 0, book.Text);
        Assert.True(check.ExitCode == 0, check.Text);
        Assert.Contains("1 notebook: 1 as saved, 0 differ", check.Output);
        Assert.Equal("x", await File.ReadAllTextAsync(folder["notebooks/ran"]));
    }

    [Fact]
    public async Task A_folder_that_cannot_take_a_book_is_refused_before_anything_runs()
    {
        folder.WriteNotebook("a.ipynb", "1");
        folder.Write("file", "");

        CommandResult result = await BookAsync("a.ipynb", "--output", "file/book");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            $"{folder["file/book"]}: a book cannot be written here: {folder["file"]} is a file.", result.Error.Trim());
        Assert.DoesNotContain("cell 1", result.Output);
    }

    [Fact]
    public async Task A_skipped_notebook_is_published_with_its_reason()
    {
        folder.WriteEmptyFeed();
        JsonObject requires = new()
        {
            ["unrolled"] = new JsonObject { ["requires"] = new JsonArray("Unrolled.NoSuchPackage@1.2.3") },
        };
        folder.WriteNotebook("a.ipynb", requires, "1");

        CommandResult result = await BookAsync("a.ipynb", "--output", "book");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("a.ipynb: skipped: it requires the package Unrolled.NoSuchPackage 1.2.3", result.Output);
        Assert.Contains(
            "was not run for this edition: it requires the package Unrolled.NoSuchPackage 1.2.3",
            await File.ReadAllTextAsync(folder["book/a.html"]));
    }

    [Fact]
    public async Task A_broken_link_is_a_warning()
    {
        folder.Write("n.ipynb",
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
              {"cell_type": "markdown", "id": "a", "source": "[x](gone.md)"}
            ]}
            """);

        CommandResult result = await BookAsync("n.ipynb", "--output", "book");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning: n.ipynb, cell 1: the link to gone.md", result.Error);
    }

    [NightlyFact]
    public async Task A_file_that_no_book_wrote_is_not_overwritten()
    {
        folder.WriteNotebook("a.ipynb", "1");
        folder.Write("book/index.html", "mine");

        CommandResult result = await BookAsync("a.ipynb", "--output", "book");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{folder["book/index.html"]}: this file was not written by a book", result.Error);
        Assert.Equal(["a.ipynb", "book/index.html"], folder.Files);
        Assert.Equal("mine", await File.ReadAllTextAsync(folder["book/index.html"]));
    }

    [Theory]
    [InlineData("nothing.ipynb: there is no such file or folder", "nothing.ipynb")]
    [InlineData("'0' is not a whole number of at least 1", "a.ipynb", "--jobs", "0")]
    [InlineData("--save", "a.ipynb", "--save")]
    [InlineData("--tolerance says how outputs are compared, and needs --check", "a.ipynb", "--tolerance", "1e-6")]
    public async Task A_command_that_makes_no_sense_runs_nothing_and_exits_with_2(
        string expected, params string[] arguments)
    {
        folder.WriteNotebook("a.ipynb", "File.WriteAllText(\"ran\", \"\");");

        CommandResult result = await BookAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error);
        Assert.Equal(["a.ipynb"], folder.Files);
    }

    [NightlyFact]
    public async Task A_signal_ends_the_book_unwritten()
    {
        folder.WriteNotebook(
            "a.ipynb", "File.WriteAllText(\"worker\", Environment.ProcessId + \"\\n\");\nwhile (true) { }");
        Process command = UnrolledCommand.Start(folder, "book", "a.ipynb", "--output", "book");
        int worker = await ProcessWatch.IdInAsync(folder["worker"]);

        Signal.Send(command, Signal.Interrupt);
        CommandResult result = await UnrolledCommand.EndAsync(command);

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("a.ipynb: interrupted at cell 1", result.Output);
        Assert.Contains("The book was not written: interrupted.", result.Error);
        await ProcessWatch.EndedAsync(worker);
        Assert.Equal(["a.ipynb", "worker"], folder.Files);
    }

    private Task<CommandResult> BookAsync(params string[] arguments) =>
        UnrolledCommand.RunAsync(folder, ["book", .. arguments]);

    private IReadOnlyDictionary<string, string> Edition() =>
        folder.Files.Where(file => file.StartsWith("book/")).ToDictionary(
            file => file, file => File.ReadAllText(folder[file]));
}
