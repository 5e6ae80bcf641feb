using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>Code that some kernel was found not to understand is named, with its place; everything else passes.</summary>
public sealed class CommonDialectTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CommonDialectTests() => folder.Write("setup.csx", $"#r \"{typeof(Assert).Assembly.Location}\"\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_notebook_that_keeps_the_rules_has_no_problem() => Assert.Empty(Problems(
        "var list = new List<int> { 1, 2 };\nlist.Count.Display();\nConsole.WriteLine($\"{list.Sum()}\");\nlist",
        "Assert.Equal(3, list.Sum()); // display(list) in a comment\nstring call = \"display(x)\";",
        "class Model { public void Update(int x) { using var writer = new System.IO.StringWriter(); } }\n"
        + "new Model().Update(1);",
        "Task<int> later = Task.FromResult(1);\nawait later"));

    [Theory]
    [InlineData("#r \"nuget: X\"", "line 1: #r: not every kernel has this directive")]
    [InlineData("1\n#!time", "line 2: #!time: not every kernel has this directive")]
    [InlineData("using System.IO;", "line 1: using lines belong together")]
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
    public void What_some_kernel_does_not_understand_is_named_with_its_line(string cell, string expected)
    {
        string problem = Assert.Single(Problems("\"before\"", cell));

        Assert.StartsWith("n.ipynb: cell 4 (id c4)", problem);
        Assert.Contains(expected, problem);
    }

    [Fact]
    public void An_error_is_told_once_and_not_again_by_the_cells_that_follow_from_it() =>
        Assert.Single(Problems("var a = nothing;", "a + 1", "a + 2"));

    [Fact]
    public void A_cell_that_is_meant_to_fail_may_fail_to_compile()
    {
        Notebook notebook = Create("notDeclared");
        notebook.Cells[2].Metadata["tags"] = new System.Text.Json.Nodes.JsonArray("raises-exception");

        Assert.Empty(CommonDialect.Problems(notebook, Source));
    }

    [Theory]
    [InlineData("#!import \"setup.csx\"\n1", "using Xunit;", "cell 1 (id c1): the first code cell must be #!import")]
    [InlineData(
        "// first\n#!import \"setup.csx\"", "using Xunit;", "cell 1 (id c1): the first code cell must be #!import")]
    [InlineData("#load \"setup.csx\"", "using Xunit;", "cell 1 (id c1): the first code cell must be #!import")]
    [InlineData(
        "#!import \"other.csx\"", "using Xunit;",
        "cell 1 (id c1): other.csx does not exist, so the cells cannot be compiled; build first")]
    [InlineData(
        "#!import \"setup.csx\"", "using Xunit;\n1",
        "cell 2 (id c2), line 1: the second code cell must hold the using lines and nothing else")]
    [InlineData(
        "#!import \"setup.csx\"", "1",
        "cell 2 (id c2), line 1: the second code cell must hold the using lines and nothing else")]
    [InlineData("#!import \"setup.csx\"", "using Nowhere;", "cell 2 (id c2), line 1: CS0246")]
    public void The_first_two_cells_have_their_form(string first, string second, string expected) =>
        Assert.Contains(expected, Assert.Single(CommonDialect.Problems(CreateFrom(first, second), Source)));

    [Theory]
    [InlineData("int x = 1;", "setup.csx must hold #r lines alone")]
    [InlineData("#r \"../relative.dll\"", "setup.csx names ../relative.dll, which is no absolute path of a file")]
    public void The_imported_file_stays_trivial(string setup, string expected)
    {
        folder.Write("setup.csx", setup);

        Assert.Contains(expected, Assert.Single(Problems("1")));
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

    private static Notebook Create(params string[] cells) =>
        CreateFrom(["#!import \"setup.csx\"", "using Xunit;", .. cells]);

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
