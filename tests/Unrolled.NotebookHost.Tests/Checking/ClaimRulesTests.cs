using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>Before anything runs: a claim's condition compiles where it stands and reads what it may read.</summary>
public sealed class ClaimRulesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ClaimRulesTests() => folder.Write("setup.csx", "using System.IO;");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("xs.Count(x => x > 1) == 2")]
    [InlineData("Twice(xs[0]) == 2")]
    [InlineData("new { A = xs.Length }.A == 3")]
    public void A_condition_over_the_cells_above_keeps_the_rules(string holds) => Assert.Empty(Problems(holds));

    [Theory]
    [InlineData("later > 1", "holds: CS0103: The name 'later' does not exist in the current context")]
    [InlineData("xs.Length", "holds: CS0030: Cannot convert type 'int' to 'bool'")]
    [InlineData("1 < 2", "holds: reads no variable of the cells above")]
    [InlineData("(xs[0] = 1) == 1", "holds: assigns a variable; a condition changes nothing")]
    [InlineData("xs[0]++ == 1", "holds: assigns a variable; a condition changes nothing")]
    [InlineData("seconds < 5", "holds: 'seconds' comes from a cell tagged timing")]
    [InlineData("total < 5", "holds: 'total' comes from a cell tagged timing")]
    public void What_breaks_a_rule_is_named_with_the_sentence(string holds, string expected)
    {
        string problem = Assert.Single(Problems(holds));

        Assert.StartsWith("n.ipynb: cell prose: the claim \"Two exceed one\": ", problem);
        Assert.Contains(expected, problem);
    }

    [Fact]
    public void An_error_in_a_cell_is_told_and_the_claims_below_are_not_blamed() =>
        Assert.Contains("CS0103", Assert.Single(Problems("xs.Length == 3", first: "nowhere")));

    private IEnumerable<string> Problems(string holds, string first = "int total = 0;")
    {
        Notebook notebook = ClaimNotebook.Of(
            ClaimNotebook.Code("setup", "#!import \"setup.csx\""),
            ClaimNotebook.Code("first", first),
            ClaimNotebook.Code("values", "int[] xs = [1, 2, 3];\nint Twice(int x) => 2 * x;"),
            ClaimNotebook.Code("times", "double seconds = 1.5;\ntotal = 7;", "timing"),
            ClaimNotebook.Prose("prose", "Two exceed one.", ("Two exceed one", holds)),
            ClaimNotebook.Code("after", "int later = 1;"));
        notebook.Json["metadata"] = KernelMetadata.Create();
        return CommonDialect.Problems(notebook, new NotebookSource(folder["n.ipynb"], "n.ipynb", "n.ipynb"));
    }
}
