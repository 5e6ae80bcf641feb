using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Tests.Execution.Editor;

public sealed class CompletenessCheckTests
{
    [Theory]
    [InlineData("1 + 1")]
    [InlineData("int x = 5;")]
    [InlineData("if (true) { }")]
    [InlineData("")]
    [InlineData("#!import \"setup.csx\"")]
    [InlineData("#r \"nuget: MathNet.Numerics\"\nusing MathNet.Numerics;")]
    public void What_can_run_is_complete(string source) =>
        Assert.Equal(new Completeness(CompletenessStatus.Complete), CompletenessCheck.Of(source));

    [Theory]
    [InlineData("int x =", "")]
    [InlineData("int x = 5", "")]
    [InlineData("for (int i = 0; i < 3; i++)\n{", "    ")]
    [InlineData("class A\n{\n    void F()\n    {\n        if (true) {", "            ")]
    [InlineData("Console.WriteLine(", "    ")]
    [InlineData("/* a comment", "")]
    [InlineData("#!time\nif (true) {", "    ")]
    [InlineData("var text = @\"abc", "")]
    [InlineData("var text = \"\"\"\n  abc", "")]
    public void What_is_open_goes_on_with_an_indent(string source, string indent) =>
        Assert.Equal(new Completeness(CompletenessStatus.Incomplete, indent), CompletenessCheck.Of(source));

    [Theory]
    [InlineData("int x = = 5;")]
    [InlineData("}")]
    [InlineData("for (;;;) { }")]
    [InlineData("\"abc")]
    [InlineData("Console.WriteLine(\"abc);")]
    [InlineData("var c = 'a")]
    [InlineData("var text = $\"abc {1}")]
    public void What_no_line_can_mend_is_invalid(string source) =>
        Assert.Equal(CompletenessStatus.Invalid, CompletenessCheck.Of(source).Status);
}
