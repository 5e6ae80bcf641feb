using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Tests.Execution.Editor;

[Collection(SessionTests.Name)]
public sealed class CompleterTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("Console.writel|", "WriteLine")]
    [InlineData("\"abc\".PadL|", "PadLeft")]
    [InlineData("Math.Sq|", "Sqrt")]
    [InlineData("System.Threadin|", "Threading")]
    [InlineData("using System.Threadin|", "Threading")]
    [InlineData("var text = \"abc\";\ntext.\n    TrimE|", "TrimEnd")]
    [InlineData("text?.TrimE|", "TrimEnd")]
    [InlineData("new[] { 1, 2 }.Zi|", "Zip")]
    [InlineData("int Twice(int number)\n{\n    return numb|", "number")]
    [InlineData("var f = (string word) => word.TrimE|", "TrimEnd")]
    [InlineData("foreach (var word in new[] { \"a\" }) word.TrimE|", "TrimEnd")]
    [InlineData("contin|", "continue")]
    [InlineData("new StringBui|", "StringBuilder")]
    [InlineData("new System.Text.StringBuilder { Capac|", "Capacity")]
    [InlineData("\"a\".PadLeft(totalW|", "totalWidth:")]
    [InlineData("new StringBuilder(1, maxCap|", "maxCapacity:")]
    [InlineData("string.Join(\",\", text.TrimE|)", "TrimEnd")]
    [InlineData("$\"{text.TrimE|}\"", "TrimEnd")]
    [InlineData("DayOfWeek.Mond|", "Monday")]
    [InlineData("#!impo|", "#!import")]
    public async Task The_one_name_that_fits_is_offered(string source, string expected)
    {
        await session.OkAsync("string text = \"\";");

        Assert.Equal([expected], Texts(source));
    }

    [Fact]
    public async Task What_earlier_cells_declared_is_offered()
    {
        await session.OkAsync("using System.Diagnostics;\nint hiddenSize = 8;");
        await session.OkAsync(
            "class HiddenLayer { public double[] HiddenState { get; } = []; }\nvar hiddenLayer = new HiddenLayer();");

        Assert.Equal(["hiddenLayer", "hiddenSize", "HiddenLayer"], Texts("hidd|"));
        Assert.Equal(["HiddenState"], Texts("hiddenLayer.|").Where(name => name.StartsWith('H')));
        Assert.Equal(["Stopwatch"], Texts("Stopw|"));
    }

    [Fact]
    public void What_has_another_case_follows_what_has_the_same() =>
        Assert.Equal(["string", "String"], Texts("strin|").Where(name => name.Length == 6));

    [Fact]
    public void Members_of_a_value_are_not_those_of_its_type()
    {
        Assert.DoesNotContain("Parse", Texts("1.5.|"));
        Assert.DoesNotContain("CompareTo", Texts("double.|"));
    }

    [Fact]
    public void What_an_author_hides_and_operators_are_left_out()
    {
        IEnumerable<string> names = Texts("global::Unrolled.NotebookHost.Cells.|");

        Assert.Contains("HtmlString", names);
        Assert.DoesNotContain("Interruption", names);
        Assert.DoesNotContain(Texts("decimal.|"), name => name.StartsWith("op_", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("// Console.Wri|")]
    [InlineData("/* Console.Wri|")]
    [InlineData("\"Console.Wri|")]
    [InlineData("\"Console.Wri|te\"")]
    [InlineData("'|")]
    [InlineData("$\"Console.Wri|\"")]
    [InlineData("12|")]
    public void Nothing_is_offered_inside_text_and_numbers(string source) => Assert.Empty(Texts(source));

    [Fact]
    public void What_is_replaced_is_the_name_before_the_cursor()
    {
        CompletionList list = Complete("int a = 1;\n#!time\nConsole.Wri|te(a);");

        Assert.Equal((26, 29), (list.Start, list.End));
        Assert.Equal(["Write", "WriteLine"], list.Items.Select(item => item.Text));
        Assert.All(list.Items, item => Assert.Equal("method", item.Kind));
    }

    [Theory]
    [InlineData("|")]
    [InlineData("Console.|")]
    [InlineData(".|")]
    [InlineData("}}}}|")]
    [InlineData("x.y.z.|")]
    [InlineData("class |")]
    [InlineData("using |")]
    [InlineData("\"\"\"\n{|")]
    [InlineData("#|")]
    public void Half_written_code_is_no_error(string source) => Assert.NotNull(Complete(source).Items);

    private IEnumerable<string> Texts(string source) => Complete(source).Items.Select(item => item.Text);

    private CompletionList Complete(string source) => session.Complete(source.Replace("|", ""), source.IndexOf('|'));
}
