using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Tests.Execution;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>
/// Code that some kernel was found not to understand is named, with its place; everything else passes.
/// </summary>
public sealed class CommonDialectTests : IDisposable
{
    private const string NotTrivial =
        "setup.csx must hold #r and using lines alone, because no kernel shows what goes wrong in it: ";

    private const string OwnFormats =
        "class TypeFormatterSourceAttribute(Type source) : Attribute { public Type Source => source; }\n"
        + "[TypeFormatterSource(typeof(int))] class Shown { }\nclass Inner : Shown { }\nclass Plain { }";

    private readonly TemporaryFolder folder = new();

    public CommonDialectTests() =>
        folder.Write(
            "setup.csx",
            $"#r \"{typeof(Assert).Assembly.Location}\"\nusing Xunit;\n"
            + "using Numbers = System.Collections.Generic.List<double>;\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_notebook_that_keeps_the_rules_has_no_problem() => Assert.Empty(Problems(
        "var list = new List<int> { 1, 2 };\nlist.Count.Display();\nConsole.WriteLine($\"{list.Sum()}\");\nlist.Count",
        "Assert.Equal(3, list.Sum()); // display(list) in a comment\nstring call = \"display(x)\";",
        "class Model { public void Update(int x) { using var writer = new System.IO.StringWriter(); } }\n"
        + "new Model().Update(1);",
        "Task<int> later = Task.FromResult(1);\nawait later"));

    [Fact]
    public void Libraries_namespaces_and_aliases_come_from_the_imported_file() => Assert.Empty(Problems(
        "Numbers numbers = [1, 2];\nAssert.Equal(2, numbers.Count);\nnumbers.Count"));

    [Theory]
    [InlineData("#r \"nuget: X\"", "line 1: #r: not every kernel has this directive")]
    [InlineData("1\n#!time", "line 2: #!time: not every kernel has this directive")]
    [InlineData(
        "using System.IO;",
        "line 1: a using line belongs in the imported file; write <Using Include=\"System.IO\" /> into")]
    [InlineData(
        "using static System.Math;", "write <Using Include=\"System.Math\" Static=\"true\" /> into the project")]
    [InlineData("using Y = List<int>;", "write <Using Include=\"List&lt;int&gt;\" Alias=\"Y\" /> into the project")]
    [InlineData("display(1);", "line 1: display(…) is not in every kernel")]
    [InlineData("var x = 1;\nHTML(\"<b>\")", "line 2: HTML(…) is not in every kernel")]
    [InlineData("\"a\".DisplayAs(\"text/html\");", "DisplayAs is not in every kernel")]
    [InlineData("1.Display(\"text/plain\");", "Display with a MIME type fails in ClrKernel")]
    [InlineData("var shown = 1.Display();", "what Display returns is not the same")]
    [InlineData("1.Display()", "what Display returns is not the same")]
    [InlineData("1.Display().Update(2);", "what Display returns is not the same")]
    [InlineData("Console.Error.WriteLine(1);", "Console.Error: ClrKernel loses standard error")]
    [InlineData("Console.ReadLine();", "Console.ReadLine: no notebook has an input")]
    [InlineData("Console.Write(\"\\r50 %\");", "a carriage return starts a new output in ClrKernel")]
    [InlineData("using var reader = new System.IO.StringReader(\"\");", "using var at the top level")]
    [InlineData("Span<int> span = new int[3];", "a span cannot live from one cell to the next")]
    [InlineData("namespace A { class B { } }", "a cell cannot declare a namespace")]
    [InlineData(
        "static class E { public static int Twice(this int x) => 2 * x; }",
        "extension methods cannot be declared in a cell")]
    [InlineData("var text = File.ReadAllText(\"x\");", "line 1: CS0103: The name 'File' does not exist")]
    [InlineData("1 + 1;", "line 1: CS0201")]
    [InlineData("var x = new int[3].AsSpan();", "CS8345")]
    [InlineData("int x = 1;\n{ int unused; }", "line 2: warning CS0168: The variable 'unused' is declared but")]
    public void What_some_kernel_does_not_understand_is_named_with_its_line(string cell, string expected)
    {
        string problem = Assert.Single(Problems("\"before\"", cell));

        Assert.StartsWith("n.ipynb: cell 3 (id c3)", problem);
        Assert.Contains(expected, problem);
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("1L + 2")]
    [InlineData(".5m")]
    [InlineData("1 > 0")]
    [InlineData("new Shown()")]
    [InlineData("new Inner()")]
    [InlineData("await Task.FromResult(1)")]
    [InlineData("Console.WriteLine(1)")]
    [InlineData("int[] xs = [1];")]
    [InlineData("return 1;")]
    [InlineData("foreach (int x in new[] { 1, 2 }) x.Display();\nnew Inner().Display();")]
    public void What_every_kernel_shows_alike_passes(string cell) => Assert.Empty(Problems(OwnFormats, cell));

    [Theory]
    [InlineData("int x = 1;\nnew[] { x }", "line 2: the cell ends in a value of type int[], which every kernel shows")]
    [InlineData("new double[2, 2]", "line 1: the cell ends in a value of type double[,]")]
    [InlineData("(1, \"a\")", "line 1: the cell ends in a value of type (int, string)")]
    [InlineData("new Plain()", "line 1: the cell ends in a value of type Plain")]
    [InlineData("(object)1", "line 1: the cell ends in a value of type object")]
    [InlineData("(int?)1", "line 1: the cell ends in a value of type int?")]
    [InlineData("'a'", "line 1: the cell ends in a value of type char")]
    [InlineData("null", "line 1: the cell ends in a value without a type of its own")]
    [InlineData("return new Plain();", "line 1: the cell ends in a value of type Plain")]
    [InlineData("new Plain().Display();", "line 1: the cell displays a value of type Plain")]
    [InlineData(
        "new List<int>()", "; show a text, a number, a bool, a Table or a drawing")]
    public void What_kernels_show_each_in_its_own_way_is_named_with_its_type(string cell, string expected)
    {
        string problem = Assert.Single(Problems(OwnFormats, cell));

        Assert.StartsWith("n.ipynb: cell 3 (id c3)", problem);
        Assert.Contains(expected, problem);
    }

    [Fact]
    public void Everything_that_the_compiler_says_is_told() =>
        Assert.Equal(
            ["warning CS0219", "warning CS0168"],
            Problems("void F() { int a = 1;\n int b; }").Select(problem => problem.Split(": ")[2][..14]));

    [Fact]
    public void An_error_is_told_once_and_not_again_by_the_cells_that_follow_from_it() =>
        Assert.Single(Problems("var a = nothing;", "a + 1", "a + 2"));

    [Fact]
    public void A_cell_that_is_meant_to_fail_may_fail_to_compile()
    {
        Notebook notebook = Create("notDeclared");
        notebook.Cells[1].Metadata["tags"] = new JsonArray("raises-exception");

        Assert.Empty(CommonDialect.Problems(notebook, Source));
    }

    [Theory]
    [InlineData("#!import \"setup.csx\"\n1", "cell 1 (id c1): the first code cell must be #!import")]
    [InlineData("// first\n#!import \"setup.csx\"", "cell 1 (id c1): the first code cell must be #!import")]
    [InlineData("#load \"setup.csx\"", "cell 1 (id c1): the first code cell must be #!import")]
    [InlineData(
        "#!import \"other.csx\"",
        "cell 1 (id c1): other.csx does not exist, so the cells cannot be compiled; build first with `dotnet build`")]
    public void The_first_cell_is_the_import_alone(string first, string expected) =>
        Assert.Contains(expected, Assert.Single(CommonDialect.Problems(CreateFrom(first, "1"), Source)));

    [Theory]
    [InlineData("using Xunit;\nint x = 1;", NotTrivial + "int x = 1;")]
    [InlineData("#define X\nusing Xunit;", NotTrivial + "#define X")]
    [InlineData("using System;\n#!import \"more.csx\"", "#!import \"more.csx\"")]
    [InlineData("using System", NotTrivial + "using System")]
    [InlineData(
        "#r \"../relative.dll\"", "setup.csx names ../relative.dll, which is no absolute path of a file; build again")]
    [InlineData(
        "using System;\nusing Nowhere;",
        "setup.csx, line 2: CS0246: The type or namespace name 'Nowhere' could not be found")]
    public void The_imported_file_stays_trivial(string setup, string expected)
    {
        folder.Write("setup.csx", setup);

        string problem = Assert.Single(Problems("1"));

        Assert.StartsWith("n.ipynb: cell 1 (id c1): setup.csx", problem);
        Assert.Contains(expected, problem);
    }

    [Fact]
    public void A_notebook_that_requires_packages_has_them_and_their_usings_in_its_second_cell() => Assert.Empty(
        ProblemsRequiring("A.B@1.2.3", "#r \"nuget: A.B, 1.2.3\"\nusing A.B;\nusing C = A.B.C;", "new C()"));

    [Theory]
    [InlineData("#r \"nuget: A.B\"", "line 1: package A.B without a version")]
    [InlineData(
        "#r \"nuget: A.B, 1.2.4\"", "line 1: package A.B 1.2.4, but the metadata's unrolled.requires says 1.2.3")]
    [InlineData(
        "#r \"nuget: A.B, 1.2.3\"\n#r \"nuget: X, 1.0.0\"",
        "line 2: package X is not in the metadata's unrolled.requires")]
    [InlineData(
        "#r \"nuget: A.B, 1.2.3\"\n#r \"x.dll\"",
        "line 2: #r \"x.dll\": the only directive of this cell is #r \"nuget: Id, Version\"")]
    [InlineData(
        "#r \"nuget: A.B, 1.2.3\"\nusing A.B;\n1",
        "line 3: the second code cell of a notebook that requires packages holds #r")]
    [InlineData(
        "using A.B;",
        "cell 2 (id c2): the notebook requires A.B 1.2.3, which the second code cell must reference: "
        + "#r \"nuget: A.B, 1.2.3\"")]
    public void The_second_cell_of_such_a_notebook_holds_nothing_else(string second, string expected)
    {
        string problem = Assert.Single(ProblemsRequiring("A.B@1.2.3", second, "1"));

        Assert.StartsWith("n.ipynb: cell 2 (id c2)", problem);
        Assert.Contains(expected, problem);
    }

    [Theory]
    [InlineData("using A.B;", "line 1: a using line belongs in the second code cell")]
    [InlineData("#r \"nuget: A.B, 1.2.3\"", "line 1: #r: not every kernel has this directive")]
    public void Its_other_cells_hold_neither(string third, string expected)
    {
        string problem = Assert.Single(ProblemsRequiring("A.B@1.2.3", "#r \"nuget: A.B, 1.2.3\"", third));

        Assert.StartsWith("n.ipynb: cell 3 (id c3), " + expected, problem);
    }

    [Theory]
    [InlineData("new C().Value + 1", "")]
    [InlineData(
        "new C().Missing",
        "n.ipynb: cell 3 (id c3), line 1: CS1061: 'C' does not contain a definition for 'Missing'")]
    public void Its_cells_are_compiled_where_the_packages_are_given(string third, string expected)
    {
        string library = LibraryBuilder.Build(
            folder["built"], "A.B", "namespace A.B { public class C { public int Value => 1; } }");
        Notebook notebook = Create("#r \"nuget: A.B, 1.2.3\"\nusing A.B;", third);
        notebook.Metadata["unrolled"] = new JsonObject { ["requires"] = new JsonArray("A.B@1.2.3") };

        string problem = string.Concat(CommonDialect.Problems(notebook, Source, [library]));

        Assert.StartsWith(expected, problem);
        Assert.Equal(expected.Length == 0, problem.Length == 0);
        Assert.Empty(CommonDialect.Problems(notebook, Source));
    }

    [Fact]
    public void The_metadata_are_those_that_the_kernels_write()
    {
        Notebook notebook = Create("1");
        notebook.Metadata["kernelspec"]!["name"] = "csharp";
        notebook.Metadata.Remove("language_info");

        Assert.Equal(
            [
                "n.ipynb: metadata kernelspec.name is \"csharp\", expected \".net-csharp\"",
                "n.ipynb: metadata language_info.file_extension is missing, expected \".cs\"",
            ],
            CommonDialect.Problems(notebook, Source).Take(2));
    }

    [Fact]
    public void A_notebook_without_code_is_outside() =>
        Assert.Contains("expected a first code cell", Assert.Single(CommonDialect.Problems(CreateFrom(), Source)));

    private NotebookSource Source => new(folder["n.ipynb"], "n.ipynb", "n.ipynb");

    private IReadOnlyList<string> Problems(params string[] cells) => [.. CommonDialect.Problems(Create(cells), Source)];

    private IReadOnlyList<string> ProblemsRequiring(string package, params string[] cells)
    {
        Notebook notebook = Create(cells);
        notebook.Metadata["unrolled"] = new JsonObject { ["requires"] = new JsonArray(package) };
        return [.. CommonDialect.Problems(notebook, Source)];
    }

    private static Notebook Create(params string[] cells) => CreateFrom(["#!import \"setup.csx\"", .. cells]);

    private static Notebook CreateFrom(params string[] cells)
    {
        Notebook notebook = Notebook.Parse(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""", "n.ipynb");
        notebook.Json["metadata"] = KernelMetadata.Create();
        foreach (string cell in cells)
            notebook.InsertCell(notebook.Cells.Count, NotebookCell.Code($"c{notebook.Cells.Count + 1}", cell));
        return notebook;
    }
}
