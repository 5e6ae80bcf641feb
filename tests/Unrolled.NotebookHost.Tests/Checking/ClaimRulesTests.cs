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
    [InlineData("again == 3")]
    [InlineData("shown == 3")]
    [InlineData("other.Count == 1")]
    [InlineData("new Random(xs.Length).Next() > 0")]
    public void A_condition_over_the_cells_above_keeps_the_rules(string holds) => Assert.Empty(Problems(holds));

    [Theory]
    [InlineData("later > 1", "holds: CS0103: The name 'later' does not exist in the current context")]
    [InlineData("xs.Length", "holds: CS0030: Cannot convert type 'int' to 'bool'")]
    [InlineData("1 < 2", "holds: reads no variable of the cells above")]
    [InlineData("(xs[0] = 1) == 1", "holds: assigns a variable; a condition changes nothing")]
    [InlineData("xs[0]++ == 1", "holds: assigns a variable; a condition changes nothing")]
    [InlineData("seconds < 5", "holds: 'seconds' comes from a measured time, as in a cell tagged timing")]
    [InlineData("total < 5", "holds: 'total' comes from a measured time")]
    [InlineData("perStep < 5", "holds: 'perStep' comes from a measured time")]
    [InlineData("faster > 2", "holds: 'faster' comes from a measured time")]
    [InlineData("table.Count == 1", "holds: 'table' comes from a measured time")]
    [InlineData("array[1] == 1", "holds: 'array' comes from a measured time")]
    [InlineData("Speed() > xs[0]", "holds: 'Speed' comes from a measured time")]
    [InlineData("clock.ElapsedTicks > 0", "holds: 'clock' comes from a measured time")]
    [InlineData("now.Year > 2000", "holds: 'now' comes from a measured time")]
    [InlineData("a > 0", "holds: 'a' comes from a measured time")]
    [InlineData("random.Next() > 2", "holds: draws from 'random'; the cells below would draw other numbers")]
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
            ClaimNotebook.Code(
                "derived", "double perStep = seconds / 10;\nvar (a, b) = (perStep, 1);\n"
                + "List<double> table = [], other = [];\ntable.Add(perStep);\nother.Add(1);\n"
                + "double[] array = new double[2];\narray[1] = seconds;\ndouble Speed() => 1 / total;\n"
                + "var clock = new System.Diagnostics.Stopwatch();\nDateTime now = DateTime.Now;\n"
                + "Random random = new(1);"),
            ClaimNotebook.Code(
                "far", "double faster = Speed();\nint again = 0;\nint shown = xs.Length;\n"
                + "Console.WriteLine($\"{seconds} {shown}\");"),
            ClaimNotebook.Code("anew", "again = 3;\nstring nothing = \"seconds\";"),
            ClaimNotebook.Prose("prose", "Two exceed one.", ("Two exceed one", holds)),
            ClaimNotebook.Code("after", "int later = 1;"));
        notebook.Json["metadata"] = KernelMetadata.Create();
        return CommonDialect.Problems(notebook, new NotebookSource(folder["n.ipynb"], "n.ipynb", "n.ipynb"));
    }
}
