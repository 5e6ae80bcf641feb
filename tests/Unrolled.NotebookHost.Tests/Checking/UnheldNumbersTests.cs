using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>A number of the prose is held by an output, a claim, the code, an equation, or by what it is.</summary>
public sealed class UnheldNumbersTests
{
    [Theory]
    [InlineData("The loss is .125 after 40 steps.")]
    [InlineData("The loss is 12.5 %.")]
    [InlineData("In 1997 and in chapter 7, sections 7.1 and 7.3, equation (9).")]
    [InlineData("Eighteen of the twenty recall it.")]
    [InlineData("The factor is 0.25 by $$c_t = 0.25 c_{t-1}$$ and not $99$ nor `77`.")]
    [InlineData("1. A list\n2. of [links](x77.html).")]
    public void What_is_held_is_not_listed(string prose) => Assert.Empty(Unheld(prose));

    [Theory]
    [InlineData("The loss is .126.", ".126")]
    [InlineData("After 41 steps it is .125.", "41")]
    [InlineData("Nineteen of the sixty recall it.", "Nineteen sixty")]
    [InlineData("The earlier output said 7.", "7")]
    public void What_nothing_holds_is_listed(string prose, string expected) =>
        Assert.Equal(expected, string.Join(' ', Unheld(prose).Select(number => number.Text)));

    private static IReadOnlyList<UnheldNumber> Unheld(string prose)
    {
        NotebookCell earlier = NotebookCell.Code("c1", "var x = 1;");
        earlier.Outputs = [Stream("7")];
        NotebookCell nearest = NotebookCell.Code("c2", "Train(steps: 40); // not 41");
        nearest.Outputs = [Stream("loss 0.1250")];
        NotebookCell text = prose.StartsWith("Eighteen", StringComparison.Ordinal)
            ? ClaimNotebook.Prose("p", prose, ("Eighteen of the twenty", "x == 18"))
            : NotebookCell.Markdown("p", prose);
        return [.. UnheldNumbers.In(ClaimNotebook.Of(earlier, nearest, text), "n.ipynb")];
    }

    private static JsonObject Stream(string text) =>
        new() { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = text };
}
