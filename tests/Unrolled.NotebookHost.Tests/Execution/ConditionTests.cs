using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>A condition is evaluated over the cells' variables, says why, and leaves no trace.</summary>
[Collection(SessionTests.Name)]
public sealed class ConditionTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("xs.Count(x => x >= 2) == 2", true, "xs.Count(x => x >= 2) is 2")]
    [InlineData("xs.Max() < 3 && name == \"a\"", false, "xs.Max() is 3|name is a")]
    [InlineData("!(xs.Length > 2)", false, "xs.Length is 3")]
    [InlineData("xs.All(x => x > 0)", true, "xs is [ 1, 2, 3 ]")]
    [InlineData("xs is { Length: 3 }", true, "xs is [ 1, 2, 3 ]")]
    [InlineData("xs[0] == 1 // the first", true, "xs[0] is 1")]
    [InlineData("await Task.FromResult(xs.Length) == 3", true, "await Task.FromResult(xs.Length) is 3")]
    [InlineData("xs.Length is var n && n > 2", true, "xs.Length is 3|n is 3")]
    public async Task The_values_of_its_parts_say_why(string condition, bool holds, string parts)
    {
        await session.OkAsync("int[] xs = [1, 2, 3];\nstring name = \"a\";");

        ConditionResult result = await session.EvaluateAsync(condition);

        Assert.Null(result.Error);
        Assert.Equal(holds, result.Holds);
        Assert.Equal(parts, string.Join('|', result.Parts.Select(part => $"{part.Part} is {part.Value}")));
    }

    [Theory]
    [InlineData("missing > 1", "CS0103: The name 'missing' does not exist in the current context")]
    [InlineData("1 + 1", "CS0030: Cannot convert type 'int' to 'bool'")]
    [InlineData("xs[7] == 1", "IndexOutOfRangeException: Index was outside the bounds of the array.")]
    [InlineData("xs.", "CS1001: Identifier expected")]
    public async Task A_condition_without_a_value_says_what_is_wrong(string condition, string error)
    {
        await session.OkAsync("int[] xs = [1, 2, 3];");

        ConditionResult result = await session.EvaluateAsync(condition);

        Assert.Null(result.Holds);
        Assert.Contains(error, result.Error);
    }

    [Fact]
    public async Task It_declares_nothing_and_counts_as_no_cell()
    {
        await session.OkAsync("int x = 2;");

        await session.EvaluateAsync("x is var y && y == 2");

        Assert.Contains("CS0103", (await session.FailAsync("y")).Message);
        Assert.Contains("cell 3", string.Join("\n", (await session.FailAsync("throw new Exception();")).Traceback));
        Assert.Equal("3", await session.ResultAsync("x + 1"));
    }
}
