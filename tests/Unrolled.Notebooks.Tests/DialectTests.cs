using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unrolled.Notebooks.Tests;

/// <summary>The common dialect: what .NET Interactive, ClrKernel, Verso and our own host all understand.</summary>
public partial class DialectTests
{
    public static TheoryData<string> Notebooks => [.. Repository.Notebooks, .. Repository.Solutions];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void The_first_code_cell_imports_setup_and_does_nothing_else(string notebook) =>
        Assert.Equal("""#!import "setup.csx" """.Trim(), CodeCells(notebook)[0].Trim());

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void The_second_code_cell_holds_the_using_lines_and_no_other_cell_does(string notebook)
    {
        IReadOnlyList<string> cells = CodeCells(notebook);

        Assert.All(cells[1].Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(UsingLine(), line));
        Assert.DoesNotContain(cells.Skip(2), cell => cell.Split('\n').Any(line => UsingLine().IsMatch(line)));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void No_later_cell_uses_a_directive_or_a_display_call_that_some_kernel_lacks(string notebook) =>
        Assert.All(CodeCells(notebook).Skip(1), cell => Assert.DoesNotMatch(OutsideTheDialect(), cell));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void The_metadata_names_the_kernel_that_the_readers_front_ends_know(string notebook)
    {
        JsonNode metadata = Document(notebook)["metadata"]!;

        Assert.Equal(".net-csharp", metadata["kernelspec"]!["name"]!.GetValue<string>());
        Assert.Equal("C#", metadata["language_info"]!["name"]!.GetValue<string>());
    }

    private static JsonNode Document(string notebook) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, notebook)))!;

    private static IReadOnlyList<string> CodeCells(string notebook) =>
    [
        .. Document(notebook)["cells"]!.AsArray()
            .Where(cell => cell!["cell_type"]!.GetValue<string>() == "code")
            .Select(cell => string.Concat(cell!["source"]!.AsArray().Select(line => line!.GetValue<string>()))),
    ];

    [GeneratedRegex(@"^using [\w.= ]+;\s*$")]
    private static partial Regex UsingLine();

    [GeneratedRegex("""^\s*#[!ril]|\bdisplay\(|\bHTML\(|\.DisplayAs\(|\.Display\("|\.Update\(|^using var|^namespace """,
        RegexOptions.Multiline)]
    private static partial Regex OutsideTheDialect();
}
