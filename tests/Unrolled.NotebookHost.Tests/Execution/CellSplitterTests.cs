using FsCheck;
using FsCheck.Fluent;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Tests.Execution;

public sealed class CellSplitterTests
{
    [Fact]
    public void A_cell_without_directives_is_one_part()
    {
        var part = Assert.IsType<CodePart>(Assert.Single(CellSplitter.Split("\n\nvar x = 1;\nx")));
        Assert.Equal("\n\nvar x = 1;\nx", part.Text);
        Assert.Equal(3, part.Line);
    }

    [Fact]
    public void Directives_split_the_code_where_they_stand()
    {
        IReadOnlyList<CellPart> parts = CellSplitter.Split("#!time\nvar x = 1;\n  #r \"a.dll\" // why\nx");
        Assert.Collection(
            parts,
            part => Assert.Equal(new DirectivePart("#!time", "", "", "#!time", 1, 1), part),
            part => Assert.Equal(new CodePart("      \nvar x = 1;\n", 2), part),
            part => Assert.Equal(new DirectivePart("#r", "\"a.dll\" // why", "", "  #r \"a.dll\" // why", 3, 3), part),
            part => Assert.Equal(4, Assert.IsType<CodePart>(part).Line));
    }

    [Theory]
    [InlineData("#r \"a.dll\"", "#r")]
    [InlineData("#r\"a.dll\"", "#r")]
    [InlineData("#r \"nuget: A, 1.0\"", "#r")]
    [InlineData("#i \"nuget: folder\"", "#i")]
    [InlineData("#load \"a.csx\"", "#load")]
    [InlineData("#!import a.csx", "#!import")]
    [InlineData("#!csharp", "#!csharp")]
    [InlineData("#!unknown", "#!unknown")]
    public void A_line_that_begins_with_a_directive_is_one(string line, string name)
    {
        Assert.Equal(name, Assert.IsType<DirectivePart>(CellSplitter.Split($"var x = 1;\n{line}\n")[^1]).Name);
        Assert.Equal(name, Assert.IsType<DirectivePart>(CellSplitter.Split($"{line}\r\nvar x = 1;")[0]).Name);
    }

    [Theory]
    [InlineData("var s = @\"\n#!time\n\";")]
    [InlineData("var s = \"\"\"\n#!time\n#r \"a\"\n\"\"\";")]
    [InlineData("var s = $\"\"\"\n#!time {1 + 1}\n\"\"\";")]
    [InlineData("/*\n#!time\n*/ var x = 1;")]
    [InlineData("// #!time\nvar x = 1;")]
    [InlineData("#!/usr/bin/env dotnet\nvar x = 1;")]
    [InlineData("#if NEVER\n#!time\n#endif\nvar x = 1;")]
    [InlineData("#region r\n#nullable enable\n#pragma warning disable\nvar x = 1;\n#endregion")]
    public void What_only_looks_like_a_directive_is_code(string source)
    {
        Assert.IsType<CodePart>(Assert.Single(CellSplitter.Split(source)));
    }

    [Fact]
    public void Prose_ends_at_the_next_language_whatever_stands_in_it()
    {
        IReadOnlyList<CellPart> parts = CellSplitter.Split("#!markdown\nDon't /* stop\n#!time\n#!csharp\nvar x = 1;");
        Assert.Collection(
            parts,
            part => Assert.Equal("Don't /* stop\n#!time\n", Assert.IsType<DirectivePart>(part).Body),
            part => Assert.Equal("#!csharp", Assert.IsType<DirectivePart>(part).Name),
            part => Assert.Equal(5, part.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t\n")]
    [InlineData("// a comment\n/* another */")]
    public void Nothing_to_run_is_no_part(string source)
    {
        Assert.Empty(CellSplitter.Split(source));
    }

    [Fact]
    public void Code_keeps_its_lines_and_columns_in_any_mixture()
    {
        string[] lines = ["var x = 1;", "#!time", "", "  #r \"a\"", "// c", "F(\"#!time\");"];
        Gen<string[]> source = Gen.ArrayOf(Gen.Elements(lines));
        Prop.ForAll(source.ToArbitrary(), written =>
        {
            string text = string.Join('\n', written);
            return CellSplitter.Split(text).OfType<CodePart>().All(part =>
                part.Text.Select((character, i) => character == text[i] || (character == ' ' && text[i] != '\n'))
                    .All(same => same));
        }).QuickCheckThrowOnFailure();
    }
}
