using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>Claims in run, check and book: evaluated where they stand, and a false one is an error.</summary>
public sealed class ClaimRunTests : IDisposable
{
    private static NotebookCell Values => ClaimNotebook.Code("values", "int[] recalled = [1, 2, 3];");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_claim_sees_the_cells_above_it_and_not_those_below()
    {
        folder.Write(
            "a.ipynb", ClaimNotebook.Code("c1", "int x = 1;"),
            ClaimNotebook.Prose("p1", "It is one.", ("one", "x == 1")), ClaimNotebook.Code("c2", "x = 2;\nx"), ClaimNotebook.Prose("p2", "It is two.", ("two", "x == 2")));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Equal(2, folder.ReadNotebook("a.ipynb").Cells[2].ExecutionCount);
    }

    [NightlyFact]
    public async Task A_claim_leaves_no_variable_behind()
    {
        folder.Write(
            "a.ipynb", Values,
            ClaimNotebook.Prose("p1", "Three recall it.", ("Three", "recalled.Length is var found && found == 3")),
            ClaimNotebook.Code("c2", "found", "raises-exception"), ClaimNotebook.Code("c3", "int found = 7;\nfound"),
            ClaimNotebook.Prose("p2", "Seven.", ("Seven", "found == 7")));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        string saved = File.ReadAllText(folder["a.ipynb"]);
        Assert.Contains("The name 'found' does not exist in the current context", saved);
        Assert.Equal(3, folder.ReadNotebook("a.ipynb").Cells[3].ExecutionCount);
    }

    [Fact]
    public async Task A_false_claim_is_named_with_its_values_and_the_notebook_is_not_saved()
    {
        folder.Write(
            "a.ipynb", Values,
            ClaimNotebook.Prose(
                "found", "Two of the three recall it, and none fails.",
                ("Two of the three", "recalled.Count(r => r > 2) == 2"), ("none fails", "recalled.All(r => r > 0)")),
            ClaimNotebook.Code("last", "recalled.Length"));
        string before = File.ReadAllText(folder["a.ipynb"]);

        CommandResult result = await UnrolledCommand.RunAsync(
            folder, "run", "--save", "--report", "report.xml", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "a.ipynb: cell found: this sentence is false: \"Two of the three\"\n"
            + "  recalled.Count(r => r > 2) == 2\n  recalled.Count(r => r > 2) is 1\n",
            result.Output);
        Assert.DoesNotContain("none fails", result.Output);
        Assert.Contains("2/2", result.Output);
        Assert.Equal(before, File.ReadAllText(folder["a.ipynb"]));
        Assert.Contains("claim (found): Two of the three", File.ReadAllText(folder["report.xml"]));
    }

    [Theory]
    [InlineData("recalled[9] == 1", "IndexOutOfRangeException: Index was outside the bounds of the array.")]
    [InlineData("missing == 1", "CS0103: The name 'missing' does not exist in the current context")]
    [InlineData("System.Environment.ExitCode == Exit()", "ProcessExit")]
    public async Task A_claim_without_a_value_is_an_error(string holds, string error)
    {
        folder.Write(
            "a.ipynb", Values, ClaimNotebook.Code("exit", "int Exit() { Environment.Exit(3); return 0; }"),
            ClaimNotebook.Prose("found", "It is so.", ("It is so", holds)));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: cell found: this sentence could not be tested: \"It is so\"", result.Output);
        Assert.Contains(error, result.Output);
    }

    [NightlyFact]
    public async Task A_claim_that_never_ends_is_ended_by_the_time_limit_of_cells()
    {
        folder.Write(
            "a.ipynb", ClaimNotebook.Code("c1", "bool Endless() { while (true) { } }\nint x = 1;"),
            ClaimNotebook.Prose("p1", "It ends.", ("It ends", "x == 1 && Endless()")));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "--cell-timeout", "20", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("CellTimeout", result.Output);
    }

    [Fact]
    public async Task Under_other_parameters_a_claim_that_does_not_hold_differs_and_fails_nothing()
    {
        folder.Write(
            "a.ipynb", ClaimNotebook.Code("c1", "int runs = 20;", "parameters"),
            ClaimNotebook.Prose("p1", "Twenty runs.", ("Twenty", "runs == 20")));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "-p", "runs=2", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Contains(
            "a.ipynb: cell p1: this sentence differs here: \"Twenty\"\n  runs == 20\n  runs is 2\n", result.Output);
    }

    [Fact]
    public async Task Check_prints_what_holds_what()
    {
        folder.Write(
            "a.ipynb", Values, ClaimNotebook.Prose(
                "found", "All three recall it.",
                System.Text.Json.Nodes.JsonNode.Parse(
                    """
                    [{ "says": "All three", "holds": "recalled.Count(r => r > 0) == 3", "seeds": "recalled.Length" }]
                    """)!));
        await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");

        CommandResult result = await UnrolledCommand.RunAsync(folder, "check", "--claims", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Contains(
            "a.ipynb\n  cell found\n    ✓ \"All three\" (3 seeds)\n        recalled.Count(r => r > 0) == 3\n"
            + "        recalled.Count(r => r > 0) is 3\n1 claim: 1 holds; every number of the prose is held\n",
            result.Output);
    }

    [Fact]
    public async Task Check_lists_the_numbers_that_nothing_holds_also_without_running()
    {
        folder.Write(
            "a.ipynb", Values, ClaimNotebook.Prose(
                "found", "Three recall it; 77 do not.\nAll 12 do.",
                ("Three recall", "recalled.Length == 3"), ("12 do", "recalled.Length > 2")));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "check", "--claims", "--static", "a.ipynb");

        Assert.Contains(
            "a.ipynb: cell found: nothing holds 77: Three recall it; 77 do not.\n"
            + "a.ipynb: cell found: nothing holds 12, not the condition of \"12 do\": All 12 do.\n",
            result.Output);
        Assert.Contains("\nnothing holds 2 numbers\n", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task The_book_marks_a_tested_sentence_and_lists_all_of_them()
    {
        folder.Write(
            "a.ipynb", NotebookCell.Markdown("title", "# A chapter"), Values,
            ClaimNotebook.Prose("found", "**All three** recall it.", ("**All three**", "recalled.Length == 3")));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "book", "a.ipynb", "--output", "book");

        Assert.True(result.ExitCode == 0, result.Text);
        string page = File.ReadAllText(folder["book/a.html"]);
        Assert.Contains("<strong>All three</strong><span class=\"tested\"><button", page);
        Assert.Contains("<code>recalled.Length</code> is 3", page);
        string ledger = File.ReadAllText(folder["book/tested-sentences.html"]);
        Assert.Contains("<td><strong>All three</strong></td>", ledger);
        Assert.Contains("✓ holds", ledger);
    }

    [Fact]
    public async Task Executed_copies_keep_what_was_found_and_are_refused_for_other_claims()
    {
        folder.Write("a.ipynb", Values, ClaimNotebook.Prose("found", "Three.", ("Three", "recalled.Length == 3")));
        await UnrolledCommand.RunAsync(folder, "run", "a.ipynb", "--output-dir", "executed");

        CommandResult book = await UnrolledCommand.RunAsync(
            folder, "book", "a.ipynb", "--executed", "executed", "--output", "book");
        folder.Write("a.ipynb", Values, ClaimNotebook.Prose("found", "Three.", ("Three", "recalled.Length < 4")));
        CommandResult changed = await UnrolledCommand.RunAsync(
            folder, "book", "a.ipynb", "--executed", "executed", "--output", "book");

        Assert.True(book.ExitCode == 0, book.Text);
        Assert.Contains("<code>recalled.Length</code> is 3", File.ReadAllText(folder["book/a.html"]));
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("its claims differ; execute it again", changed.Output);
    }
}
