using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Tests.Notebooks;

namespace Unrolled.NotebookHost.Tests.Commands;

public sealed class FormatCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Format_rewrites_a_notebook_into_its_canonical_form_and_says_so()
    {
        string path = folder.Write("n.ipynb", Fixtures.Read("everything.ipynb"));

        CommandResult result = await FormatAsync(path);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Fixtures.Read("everything.canonical.ipynb"), File.ReadAllText(path));
        Assert.Contains("n.ipynb: rewritten", result.Output);
        Assert.Contains("1 notebook: 1 rewritten, 0 already in canonical form", result.Output);
    }

    [Fact]
    public async Task Format_leaves_a_canonical_notebook_untouched()
    {
        string path = folder.Write("n.ipynb", Fixtures.Read("everything.canonical.ipynb"));
        DateTime before = File.GetLastWriteTimeUtc(path);

        CommandResult result = await FormatAsync(path);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
        Assert.Contains("0 rewritten, 1 already in canonical form", result.Output);
    }

    [Fact]
    public async Task Check_names_the_file_and_the_first_line_that_differs_changes_nothing_and_fails()
    {
        string damaged = Fixtures.Read("everything.canonical.ipynb").Replace(
            "   \"id\": \"title\",", "   \"id\":  \"title\",");
        string path = folder.Write("n.ipynb", damaged);

        CommandResult result = await FormatAsync("--check", path);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(damaged, File.ReadAllText(path));
        Assert.Contains("n.ipynb(16): not in canonical form", result.Output);
        Assert.Contains("is:           \"id\":  \"title\",", result.Output);
        Assert.Contains("should be:    \"id\": \"title\",", result.Output);
    }

    [Theory]
    [InlineData("\ufeff", "")]
    [InlineData("", "\n")]
    public async Task Check_sees_what_an_editor_does_not_show(string before, string after)
    {
        string path = folder.Write("n.ipynb", before + Fixtures.Read("everything.canonical.ipynb") + after);

        Assert.Equal(1, (await FormatAsync("--check", path)).ExitCode);
    }

    [Fact]
    public async Task Check_succeeds_where_everything_is_canonical()
    {
        folder.Write("a/1.ipynb", Empty().ToCanonicalJson());

        Assert.Equal(0, (await FormatAsync("--check", folder.Path)).ExitCode);
    }

    [Theory]
    [InlineData("text/html", "<p>x</p><SCRIPT src='x.js'></SCRIPT>", "a script, which does not run")]
    [InlineData("text/html", "<img src=x onerror=\"alert(1)\">", "a script, which does not run")]
    [InlineData("application/javascript", "1", "a script, which does not run")]
    [InlineData(
        "text/html",
        "<div data-figure=\"sha256:1111111111111111111111111111111111111111111111111111111111111111\"></div>",
        "a figure as HTML")]
    [InlineData("text/plain", "at Cell in /home/mei/unrolled/a.cs", "the path /home/mei/ of the machine")]
    [InlineData("text/plain", "C:\\Users\\Mei\\a.cs", "the path C:\\Users\\Mei\\ of the machine")]
    [InlineData("text/plain", "(the test's folder)", "of the machine")]
    [InlineData(
        "text/html", "<div>http://172.17.0.2:2048/</div>", "the address http://172.17.0.2:2048/ of the machine")]
    [InlineData("text/plain", "http://localhost:8888/lab", "the address http://localhost:8888/lab of the machine")]
    public async Task Check_refuses_what_means_nothing_to_other_readers(
        string mimeType, string content, string expected)
    {
        WriteWithOutput(mimeType, content.Replace("(the test's folder)", folder.Path));

        CommandResult result = await FormatAsync("--check", folder["n.ipynb"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"n.ipynb: cell 1 (id c1), output 1: ", result.Output);
        Assert.Contains(expected, result.Output);
        Assert.Contains(
            "1 notebook: 0 would change, 1 already in canonical form, 1 of them unfit to be committed", result.Output);
    }

    [Theory]
    [InlineData("text/html", "<table><tr><td>a script on the home page, one = 1</td></tr></table>")]
    [InlineData("text/plain", "see https://example.org/home/x and lib/root/a")]
    [InlineData("image/png", "L2hvbWUvbWVpLw==")]
    public async Task Check_lets_tables_text_and_images_pass(string mimeType, string content)
    {
        WriteWithOutput(mimeType, content);

        CommandResult result = await FormatAsync("--check", folder["n.ipynb"]);

        Assert.True(result.ExitCode == 0, result.Text);
    }

    [Fact]
    public async Task Check_refuses_a_cell_that_names_somebodys_home_folder()
    {
        Notebook notebook = Empty();
        notebook.InsertCell(0, NotebookCell.Markdown("intro", "Prose."));
        notebook.InsertCell(1, NotebookCell.Code("load", "File.ReadAllText(\"/home/mei/data.csv\")"));
        notebook.Save(folder["n.ipynb"]);

        CommandResult result = await FormatAsync("--check", folder["n.ipynb"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cell 1 (id load): the path /home/mei/ exists on one machine only", result.Output);
    }

    [Fact]
    public async Task Check_refuses_a_notebook_of_more_than_a_megabyte()
    {
        WriteWithOutput("image/png", new string('A', 1_000_000));

        CommandResult result = await FormatAsync("--check", folder["n.ipynb"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("n.ipynb: 1.00 MB, more than the 1 MB", result.Output);
    }

    [Fact]
    public async Task Old_notebook_is_upgraded_once_and_stays()
    {
        string path = folder.Write(
            "n.ipynb",
            """{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [{"cell_type": "raw", "source": "x"}]}""");

        await FormatAsync(path);

        Assert.Contains("\"nbformat_minor\": 5", File.ReadAllText(path));
        Assert.Equal(0, (await FormatAsync("--check", path)).ExitCode);
    }

    [Fact]
    public async Task Damaged_notebook_is_reported_stays_as_it_is_and_the_others_are_still_formatted()
    {
        string damaged = folder.Write("1.ipynb", "{ oops");
        string good = folder.Write("2.ipynb", Fixtures.Read("everything.ipynb"));

        CommandResult result = await FormatAsync(folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{damaged}(line 1, column 3): not valid JSON", result.Error);
        Assert.Equal("{ oops", File.ReadAllText(damaged));
        Assert.Equal(Fixtures.Read("everything.canonical.ipynb"), File.ReadAllText(good));
    }

    [Fact]
    public async Task Folder_stands_for_its_notebooks_but_not_for_checkpoints_and_hidden_folders()
    {
        folder.Write(".ipynb_checkpoints/1.ipynb", "{ oops");
        folder.Write(".hidden/1.ipynb", "{ oops");
        folder.Write("1.ipynb", Empty().ToCanonicalJson());
        folder.Write("solutions/1.ipynb", Empty().ToCanonicalJson());

        CommandResult result = await FormatAsync("--check", folder.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("2 notebooks: 0 would change, 2 already in canonical form", result.Output);
    }

    [Theory]
    [InlineData("missing.ipynb", "there is no such file or folder")]
    [InlineData("notes.txt", "not a notebook")]
    [InlineData("empty", "there is no notebook")]
    public async Task Argument_that_names_no_notebook_is_bad_input(string argument, string expected)
    {
        folder.Write("notes.txt", "");
        Directory.CreateDirectory(folder["empty"]);

        CommandResult result = await FormatAsync(folder[argument]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error);
        Assert.Contains(argument, result.Error);
    }

    [Theory]
    [InlineData("format", "--check")]
    [InlineData("check", "--static")]
    public async Task A_pipe_with_a_notebooks_name_is_refused_and_nobody_waits_for_it(string command, string option)
    {
        folder.Write("2.ipynb", Empty().ToCanonicalJson());
        Assert.True(ExternalTool.Succeeds("mkfifo", folder["1.ipynb"]));

        CommandResult result = await Task.Run(() => InvokedCommand.OfAsync(command, option, folder.Path))
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("1.ipynb: this is a folder, a device or a pipe, and no notebook's file.", result.Error);
        Assert.Contains("2 notebooks: ", result.Output);
    }

    [Theory]
    [InlineData("02", "02-elman-network.ipynb")]
    [InlineData("elman", "02-elman-network.ipynb")]
    [InlineData("02-elmann-netwrok.ipynb", "02-elman-network.ipynb")]
    [InlineData("01-Why.ipynb", "01-why-recurrence.ipynb")]
    public async Task A_name_that_is_nearly_a_notebooks_is_answered_with_it(string typed, string meant)
    {
        folder.Write("01-why-recurrence.ipynb", Empty().ToCanonicalJson());
        folder.Write("02-elman-network.ipynb", Empty().ToCanonicalJson());

        CommandResult result = await FormatAsync("--check", folder[typed]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"there is no such file or folder. Did you mean {folder[meant]}?", result.Error);
    }

    [Theory]
    [InlineData("unlike-anything.ipynb")]
    [InlineData("a")]
    public async Task A_name_that_is_like_no_notebooks_gets_no_suggestion(string typed)
    {
        folder.Write("01-why-recurrence.ipynb", Empty().ToCanonicalJson());

        Assert.DoesNotContain("Did you mean", (await FormatAsync("--check", folder[typed])).Error);
    }

    private static Notebook Empty() =>
        Notebook.Parse("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");

    private void WriteWithOutput(string mimeType, string content)
    {
        Notebook notebook = Empty();
        NotebookCell cell = NotebookCell.Code("c1", "x");
        cell.Outputs =
            [new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { [mimeType] = content },
                ["metadata"] = new JsonObject() }];
        notebook.InsertCell(0, cell);
        notebook.Save(folder["n.ipynb"]);
    }

    private static Task<CommandResult> FormatAsync(params string[] arguments) =>
        InvokedCommand.OfAsync(["format", .. arguments]);
}
