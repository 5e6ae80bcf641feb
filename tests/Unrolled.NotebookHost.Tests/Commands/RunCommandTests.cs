using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Unrolled.NotebookHost.Commands;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Commands;

[UnsupportedOSPlatform("windows")]
public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Progress_tells_each_cell_in_order_and_the_table_each_notebook()
    {
        folder.WriteNotebook("b.ipynb", "1", "2");
        folder.WriteNotebook("a.ipynb", "1", "2", "3");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".");

        string[] lines = [.. result.Output.Split('\n')
            .Where(line => line.Contains(" of ")).Select(line => line[..line.IndexOf(',')])];
        Assert.Equal(
            [
                "a.ipynb: cell 1 of 3", "a.ipynb: cell 2 of 3", "a.ipynb: cell 3 of 3",
                "b.ipynb: cell 1 of 2", "b.ipynb: cell 2 of 2",
            ],
            lines);
        Assert.Matches(@"a\.ipynb +passed +3/3 +\d+\.\d s", result.Output);
        Assert.Matches(@"b\.ipynb +passed +2/2 +\d+\.\d s", result.Output);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task The_table_keeps_the_order_of_the_arguments_however_many_run_at_a_time()
    {
        folder.WriteNotebook("slow.ipynb", "System.Threading.Thread.Sleep(1500);");
        folder.WriteNotebook("quick.ipynb", "1");

        CommandResult result = await UnrolledCommand.RunAsync(
            folder, "run", "slow.ipynb", "quick.ipynb", "--jobs", "2");

        Assert.Matches(@"slow\.ipynb +passed[^\n]*\n +quick\.ipynb +passed", result.Output);
    }

    [Fact]
    public async Task Without_arguments_the_repositorys_notebooks_run_but_no_hidden_copies()
    {
        Directory.CreateDirectory(folder[".git"]);
        Directory.CreateDirectory(folder["lib/deep"]);
        folder.WriteNotebook("notebooks/01.ipynb", "1");
        folder.WriteNotebook("notebooks/solutions/01.ipynb", "1");
        folder.WriteNotebook("notebooks/.ipynb_checkpoints/01.ipynb", "1");
        folder.WriteNotebook("elsewhere/02.ipynb", "1");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run");

        Assert.Equal(
            ["notebooks/01.ipynb: passed", "notebooks/solutions/01.ipynb: passed"],
            result.Output.Split('\n')
                .Where(line => line.Contains(": passed")).Select(line => line[..line.IndexOf(',')]));
    }

    [Theory]
    [InlineData("there is no such file or folder", "run", "nothing.ipynb")]
    [InlineData("not a notebook", "run", "a.txt")]
    [InlineData("empty: there is no notebook (*.ipynb) in this folder", "run", "empty")]
    [InlineData("'soon' is not a positive number of seconds", "run", "a.ipynb", "--cell-timeout", "soon")]
    [InlineData("'5' is not an amount of memory", "run", "a.ipynb", "--memory", "5")]
    [InlineData("'0' is not a whole number of at least 1", "run", "a.ipynb", "--jobs", "0")]
    [InlineData("'x' is not of the form name=value", "run", "a.ipynb", "-p", "x")]
    [InlineData("there is no parameter 'sped'. It has: steps, rate.", "run", "a.ipynb", "-p", "sped=1")]
    [InlineData("the parameter 'steps' is of type int; 'many' is not.", "run", "a.ipynb", "-p", "steps=many")]
    [InlineData("--redraw says how figures are saved, and needs --save", "run", "a.ipynb", "--redraw")]
    [InlineData("--outputdir", "run", "a.ipynb", "--outputdir", "x")]
    [InlineData("'127MB' is too little memory: a notebook's process needs 128MB to start",
        "run", "a.ipynb", "--memory", "127MB")]
    [InlineData("--output-dir a.txt/out: ", "run", "a.ipynb", "--output-dir", "a.txt/out")]
    [InlineData("--report a.txt/r.xml: its folder takes no file: ", "run", "a.ipynb", "--report", "a.txt/r.xml")]
    [InlineData("--report empty: this is a folder.", "run", "a.ipynb", "--report", "empty")]
    [InlineData("--report /dev/null: this is a device or a pipe", "run", "a.ipynb", "--report", "/dev/null")]
    public async Task A_command_that_makes_no_sense_runs_nothing_and_exits_with_2(
        string expected, params string[] arguments)
    {
        folder.Write("a.txt", "");
        Directory.CreateDirectory(folder["empty"]);
        folder.WriteNotebook(
            "a.ipynb", new TestCell("int steps = 1; double rate = 0.1;", "parameters"),
            "File.WriteAllText(\"ran\", \"\");");

        CommandResult result = await UnrolledCommand.RunAsync(folder, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error);
        Assert.False(File.Exists(folder["ran"]));
    }

    [Fact]
    public async Task Saving_counts_the_cells_and_keeps_mode_bits_link_and_the_rest_of_the_document()
    {
        const UnixFileMode mode =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        folder.WriteNotebook("real/a.ipynb", new JsonObject { ["mine"] = 1 }, "Console.WriteLine(\"one\");", "", "3");
        File.SetUnixFileMode(folder["real/a.ipynb"], mode);
        File.CreateSymbolicLink(folder["a.ipynb"], "real/a.ipynb");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--save");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("real/a.ipynb", new FileInfo(folder["a.ipynb"]).LinkTarget);
        Assert.Equal(mode, File.GetUnixFileMode(folder["real/a.ipynb"]));
        Assert.Equal(["a.ipynb", "real/a.ipynb"], folder.Files);
        Notebook saved = folder.ReadNotebook("real/a.ipynb");
        Assert.Equal([1, null, 2], saved.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(1, saved.Metadata["mine"]!.GetValue<int>());
        Assert.Equal(["c1", "c2", "c3"], saved.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public async Task An_edit_that_somebody_makes_while_the_notebook_runs_is_kept_and_the_outputs_go_beside_it()
    {
        folder.WriteNotebook("a.ipynb", "40", EditOf("a.ipynb", "40", "41"));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--save");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "a.ipynb: changed while it ran, and left as it is; the executed notebook is a.executed.ipynb.\n",
            result.Output);
        Assert.Equal(["a.executed.ipynb", "a.ipynb"], folder.Files);
        Assert.Equal(("41", 0), SourceAndOutputs("a.ipynb"));
        Assert.Equal(("40", 1), SourceAndOutputs("a.executed.ipynb"));
    }

    [NightlyFact]
    public async Task Outputs_beside_an_edited_notebook_replace_none_from_an_earlier_run()
    {
        folder.WriteNotebook("a.ipynb", "40", EditOf("a.ipynb", "40", "41"));
        folder.Write("a.executed.ipynb", "an earlier run's");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--save");

        Assert.Contains("the executed notebook is a.executed-2.ipynb.\n", result.Output);
        Assert.Equal("an earlier run's", await File.ReadAllTextAsync(folder["a.executed.ipynb"]));
        Assert.Equal(("40", 1), SourceAndOutputs("a.executed-2.ipynb"));
    }

    [Theory]
    [InlineData("a.executed.ipynb")]
    [InlineData("a.executed-2.ipynb")]
    public void Outputs_beside_an_edited_notebook_are_not_found_in_its_folder_and_run_where_named(string copy)
    {
        folder.WriteNotebook("a.ipynb", "1");
        folder.WriteNotebook(copy, "1");
        folder.WriteNotebook("a.executed-soon.ipynb", "1");

        Assert.Equal(
            ["a.executed-soon.ipynb", "a.ipynb"],
            NotebookFinder.Find(["."], folder.Path).Select(found => found.Name));
        Assert.Equal(copy, Assert.Single(NotebookFinder.Find([copy], folder.Path)).Name);
    }

    [Fact]
    public async Task A_notebook_that_somebody_deletes_while_it_runs_is_not_made_again()
    {
        folder.WriteNotebook("a.ipynb", "40", "File.Delete(\"a.ipynb\");");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--save");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: deleted while it ran, and left as it is", result.Output);
        Assert.Equal(["a.executed.ipynb"], folder.Files);
    }

    [Theory]
    [InlineData("2/b.ipynb: it could not be run: The notebook's process did not start: ", "--no-build")]
    [NightlyInlineData("2/b.ipynb: it could not be run: Could not find a part of the path")]
    public async Task A_process_that_cannot_start_fails_its_notebook_alone(string expected, params string[] options)
    {
        folder.WriteNotebook("1/a.ipynb", "Directory.Delete(\"../2\", true);");
        folder.WriteNotebook("2/b.ipynb", "1");
        folder.WriteNotebook("3/c.ipynb", "1");

        CommandResult result = await UnrolledCommand.RunAsync(
            folder, ["run", "1", "2/b.ipynb", "3", "--report", "report.xml", .. options]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Output);
        Assert.Matches(@"a\.ipynb +passed[^\n]*\n +2/b\.ipynb +failed[^\n]*\n +3/c\.ipynb +passed", result.Output);
        Assert.Contains("it could not be run", await File.ReadAllTextAsync(folder["report.xml"]));
    }

    [Fact]
    public async Task An_ended_process_leaves_nothing_in_the_temporary_folder()
    {
        Directory.CreateDirectory(folder["tmp"]);
        folder.WriteNotebook("a.ipynb", "while (true) { }");

        CommandResult result = await UnrolledCommand.RunAsync(
            folder, ("TMPDIR", folder["tmp"]), "run", "a.ipynb", "--cell-timeout", "2");

        Assert.Contains("CellTimeout", result.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["tmp"]));
    }

    [Fact]
    public async Task A_notebook_of_another_language_is_named_by_its_kernel_and_not_run()
    {
        JsonObject python = new()
        {
            ["kernelspec"] = new JsonObject
            {
                ["name"] = "python3",
                ["language"] = "python",
                ["display_name"] = "Python 3",
            },
        };
        folder.WriteNotebook("a.ipynb", python, "File.WriteAllText(\"ran\", \"\");");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: its kernel is python3 and its language python; only C# runs here.\n", result.Output);
        Assert.False(File.Exists(folder["ran"]));
    }

    [Theory]
    [InlineData("unrolled: there is no command rum. Did you mean run?", "rum", "a.ipynb")]
    [InlineData(
        "unrolled: there is no command help. There are: run, check, book, format, new, doctor, jupyter.", "help")]
    [InlineData("jupyter: there is no command instal. Did you mean install?", "jupyter", "instal")]
    public async Task A_word_that_is_no_command_is_answered_in_one_line(string expected, params string[] arguments)
    {
        CommandResult result = await InvokedCommand.OfAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(expected + "\n", result.Text);
    }

    [Fact]
    public async Task A_value_that_makes_no_sense_is_answered_without_the_page_of_help()
    {
        CommandResult result = await InvokedCommand.OfAsync("run", "--cell-timeout", "x");

        Assert.Equal("'x' is not a positive number of seconds, such as 5 or 0.5.\n\n", result.Text);
    }

    [Fact]
    public async Task Without_saving_no_file_changes()
    {
        string before = await File.ReadAllTextAsync(folder.WriteNotebook("a.ipynb", "1 + 1"));

        await UnrolledCommand.RunAsync(folder, "run", "a.ipynb");

        Assert.Equal(before, await File.ReadAllTextAsync(folder["a.ipynb"]));
        Assert.Equal(["a.ipynb"], folder.Files);
    }

    [Fact]
    public async Task An_output_folder_gets_what_a_failed_notebook_came_to_and_the_source_stays()
    {
        string before = await File.ReadAllTextAsync(folder.WriteNotebook(
            "in/deep/a.ipynb", "Console.WriteLine(\"seen\");", "throw new InvalidOperationException(\"no\");", "3"));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "in", "--output-dir", "out");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["in/deep/a.ipynb"]));
        Notebook written = folder.ReadNotebook("out/deep/a.ipynb");
        Assert.Equal([1, 2, null], written.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("seen\n", written.Cells[0].Outputs[0]!["text"]![0]!.GetValue<string>());
        Assert.Equal("no", written.Cells[1].Outputs[0]!["evalue"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_expected_exception_is_an_output_and_the_notebook_goes_on()
    {
        folder.WriteNotebook(
            "a.ipynb",
            new TestCell("throw new InvalidOperationException(\"as expected\");", "raises-exception"),
            new TestCell("1", "raises-exception"),
            new TestCell("Environment.Exit(9);", "skip-execution"),
            "2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--save");

        Assert.Equal(0, result.ExitCode);
        Notebook saved = folder.ReadNotebook("a.ipynb");
        Assert.Equal("error", saved.Cells[0].Outputs[0]!["output_type"]!.GetValue<string>());
        Assert.Equal([1, 2, null, 3], saved.Cells.Select(cell => cell.ExecutionCount));
    }

    [NightlyFact]
    public async Task A_crash_ends_the_notebook_even_where_an_exception_is_expected()
    {
        folder.WriteNotebook("a.ipynb", new TestCell("Environment.FailFast(\"gone\");", "raises-exception"), "2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("cell 2 of 2", result.Output);
    }

    [Fact]
    public async Task A_given_parameter_keeps_the_declared_type_and_stays_out_of_the_saved_source()
    {
        folder.WriteNotebook(
            "a.ipynb", new TestCell("double rate = 1; string name = \"a\";", "parameters"),
            "$\"{rate / 2} {name} {rate.GetType().Name}\"");

        CommandResult result = await UnrolledCommand.RunAsync(
            folder, "run", "a.ipynb", "-p", "rate=3", "-p", "name=\"q\" = 1", "--save", "--output-dir", "out");

        Assert.Equal(0, result.ExitCode);
        Notebook saved = folder.ReadNotebook("a.ipynb");
        Notebook copy = folder.ReadNotebook("out/a.ipynb");
        Assert.Equal([1, 2], saved.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal([1, 2, 3], copy.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(["injected-parameters"], copy.Cells[1].Tags);
        Assert.Equal("rate = 3.0;\nname = \"\\\"q\\\" = 1\";", copy.Cells[1].Source);
        Assert.Equal("1.5 \"q\" = 1 Double", saved.Cells[1].Outputs[0]!["data"]!["text/plain"]![0]!.GetValue<string>());
        Assert.Equal(2, saved.Cells[1].Outputs[0]!["execution_count"]!.GetValue<int>());
    }

    [NightlyFact]
    public async Task Verbose_shows_what_cells_show_without_colours()
    {
        folder.WriteNotebook(
            "a.ipynb", "Console.Write(\"\\u001b[31mred\\u001b[0m \"); Console.WriteLine(\"and plain\");", "40 + 2");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "-v");

        Assert.Contains("│ red and plain\n", result.Output);
        Assert.Contains("│ 42\n", result.Output);
    }

    [NightlyFact]
    public async Task A_stack_calls_cells_by_the_numbers_that_the_progress_shows()
    {
        folder.WriteNotebook("a.ipynb", "1", "", "void Fail() => throw new Exception(\"no\");", "Fail();");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb");

        Assert.Contains("a.ipynb: cell 4 of 4", result.Output);
        Assert.Contains("   at Fail() in cell 3, line 1\n     at cell 4, line 1\n", result.Output);
    }

    private static string EditOf(string file, string before, string after) =>
        $"File.WriteAllText(\"{file}\", File.ReadAllText(\"{file}\").Replace(\"{before}\", \"{after}\"));";

    private (string Source, int Outputs) SourceAndOutputs(string name)
    {
        NotebookCell cell = folder.ReadNotebook(name).Cells[0];
        return (cell.Source, cell.Outputs.Count);
    }

    [Fact]
    public async Task The_JUnit_report_has_a_suite_for_each_notebook_and_a_case_for_each_cell()
    {
        folder.WriteNotebook("a.ipynb", "1", "", "throw new Exception(\"<&\\u0001\\u001b[31m😀 \\\"\");", "4");
        folder.WriteNotebook("b.ipynb", "1");
        folder.Write("c.ipynb", "{");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", ".", "--report", "reports/junit.xml");

        Assert.Equal(1, result.ExitCode);
        XElement root = XDocument.Load(folder["reports/junit.xml"]).Root!;
        Assert.Equal(
            ["a.ipynb", "b.ipynb", "c.ipynb"],
            root.Elements("testsuite").Select(suite => (string?)suite.Attribute("name")));
        XElement[] cases = [.. root.Elements("testsuite").First().Elements("testcase")];
        Assert.Equal(
            ["cell 1 (c1)", "cell 2 (c2)", "cell 3 (c3)", "cell 4 (c4)"],
            cases.Select(test => (string?)test.Attribute("name")));
        Assert.Equal(
            [null, "skipped", "failure", "skipped"],
            cases.Select(test => test.Elements().SingleOrDefault()?.Name.LocalName));
        Assert.Contains("<&\ufffd😀 \"", (string?)cases[2].Element("failure")!.Attribute("message"));
        Assert.Equal(
            (6, 2, 2),
            ((int)root.Attribute("tests")!, (int)root.Attribute("failures")!, (int)root.Attribute("skipped")!));
    }
}
