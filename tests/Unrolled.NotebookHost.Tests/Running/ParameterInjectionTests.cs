using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Running;

public sealed class ParameterInjectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("int n = 1;", "3", "n = 3;")]
    [InlineData("int n = 1;", "-3", "n = -3;")]
    [InlineData("long n = 1;", "5000000000", "n = 5000000000;")]
    [InlineData("double n = 1;", "3", "n = 3.0;")]
    [InlineData("double n = 1;", "1e-3", "n = 0.001;")]
    [InlineData("double n = 1;", "1e300", "n = 1E+300;")]
    [InlineData("float n = 1;", "0.5", "n = 0.5f;")]
    [InlineData("decimal n = 1;", "0.10", "n = 0.10m;")]
    [InlineData("bool n = false;", "true", "n = true;")]
    [InlineData("string n = \"\";", "3", "n = \"3\";")]
    [InlineData("string? n = null;", "a\"b\\c", "n = \"a\\\"b\\\\c\";")]
    [InlineData("char n = 'a';", "'", "n = '\\'';")]
    [InlineData("var n = 1;", "3", "n = 3;")]
    [InlineData("var n = -1.5;", "3", "n = 3.0;")]
    [InlineData("var n = 1f;", "3", "n = 3f;")]
    [InlineData("var n = \"a\";", "true", "n = \"true\";")]
    [InlineData("dynamic n = 1;", "3", "n = 3;")]
    [InlineData("dynamic n = 1;", "0.5", "n = 0.5;")]
    [InlineData("dynamic n = 1;", "true", "n = true;")]
    [InlineData("dynamic n = 1;", "abc", "n = \"abc\";")]
    [InlineData("// the size\nint m = 1, n = 2; // both", "3", "n = 3;")]
    public void A_value_becomes_a_literal_of_the_declared_type(string declaration, string value, string assignment)
    {
        Notebook notebook = Notebook(new TestCell(declaration, "parameters"), "n");

        IReadOnlyList<NotebookCell> cells = ParameterInjection.Apply(notebook, "a.ipynb", [new("n", value)]);

        Assert.Equal([declaration, assignment, "n"], cells.Select(cell => cell.Source));
    }

    [Theory]
    [InlineData("int n = 1;", "0.5", "of type int; '0.5' is not")]
    [InlineData("int n = 1;", "5000000000", "of type int")]
    [InlineData("double n = 1;", "NaN", "of type double")]
    [InlineData("bool n = true;", "yes", "of type bool; 'yes' is not")]
    [InlineData("const int n = 1;", "3", "is a constant")]
    [InlineData("int other = 1;", "3", "no parameter 'n'. It has: other.")]
    [InlineData("// nothing", "3", "declares none")]
    public void A_value_that_does_not_fit_is_refused_in_clear_words(string declaration, string value, string expected)
    {
        Notebook notebook = Notebook(new TestCell(declaration, "parameters"));

        UsageException error = Assert.Throws<UsageException>(
            () => ParameterInjection.Apply(notebook, "a.ipynb", [new("n", value)]));

        Assert.StartsWith("a.ipynb: ", error.Message);
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void A_notebook_without_a_parameters_cell_takes_none()
    {
        UsageException error = Assert.Throws<UsageException>(
            () => ParameterInjection.Apply(Notebook("int n = 1;"), "a.ipynb", [new("n", "3")]));

        Assert.Contains("no cell is tagged 'parameters'", error.Message);
    }

    [Fact]
    public void A_cell_that_an_earlier_run_injected_is_replaced()
    {
        Notebook notebook = Notebook(
            new TestCell("int n = 1;", "parameters"), new TestCell("n = 2;", "injected-parameters"), "n");

        IReadOnlyList<NotebookCell> cells = ParameterInjection.Apply(notebook, "a.ipynb", [new("n", "3")]);

        Assert.Equal(["int n = 1;", "n = 3;", "n"], cells.Select(cell => cell.Source));
    }

    private Notebook Notebook(params TestCell[] cells)
    {
        folder.WriteNotebook("a.ipynb", cells);
        return folder.ReadNotebook("a.ipynb");
    }
}
