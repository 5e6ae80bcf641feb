using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>A reader's page begins with its subject: what code needs is imported by setup.csx alone.</summary>
public partial class ImportTests
{
    public static TheoryData<string> Notebooks => [.. Repository.AllNotebooks];

    public static TheoryData<string> Documents => [.. Repository.MarkdownFiles];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_imports_nothing_but_the_setup(string notebook)
    {
        Notebook read = Notebook.Load(Path.Combine(Repository.Root, notebook));
        if (read.Metadata["unrolled"]?["requires"] is not null)
            return;

        AssertNoImport(
            notebook,
            read.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source)
                .Concat(read.Cells
                    .Where(cell => cell.Kind == CellKind.Markdown)
                    .SelectMany(cell => Blocks(cell.Source))));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_example_imports_nothing_and_that_of_a_package_its_one_namespace(string document)
    {
        // The page of a package is read where there is no setup.csx.
        bool ofPackage = document.StartsWith("lib", StringComparison.Ordinal);
        IEnumerable<string> codes = Blocks(File.ReadAllText(Path.Combine(Repository.Root, document)));
        AssertNoImport(document, codes.Select(code => ofPackage ? WithoutTheNamespace(code) : code));
    }

    [Theory]
    [InlineData("using Unrolled;\nnew Random(1)", 1)]
    [InlineData("#!time\nusing Vector = System.Numerics.Vector;", 1)]
    [InlineData("int n = 1;\nusing System;", 1)]
    [InlineData("using var file = File.OpenRead(\"a\");", 0)]
    [InlineData("// using Unrolled;\n#!import \"setup.csx\"", 0)]
    public void An_import_is_found_wherever_it_is(string code, int expected) =>
        Assert.Equal(expected, Imports(code).Count());

    private static void AssertNoImport(string document, IEnumerable<string> codes)
    {
        string[] imports = [.. codes.SelectMany(Imports)];

        Assert.True(
            imports.Length == 0,
            $"{document}: write each of these as a Using item in notebooks/notebooks.csproj, or do without:\n"
            + string.Join('\n', imports));
    }

    private static string WithoutTheNamespace(string code)
    {
        const string import = "using Unrolled;\n";
        return code.StartsWith(import, StringComparison.Ordinal) ? code[import.Length..] : code;
    }

    private static IEnumerable<string> Imports(string code) =>
        Import().Matches(code).Select(match => match.Value.Trim());

    private static IEnumerable<string> Blocks(string prose) => Markdown.Parse(prose)
        .Descendants<FencedCodeBlock>()
        .Where(block => block.Info is "csharp" or "cs" or "c#")
        .Select(block => block.Lines.ToString());

    // A directive or an alias; a using declaration names a variable too.
    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?[\w.]+\s*(?:=[^;()]+)?;", RegexOptions.Multiline)]
    private static partial Regex Import();
}
