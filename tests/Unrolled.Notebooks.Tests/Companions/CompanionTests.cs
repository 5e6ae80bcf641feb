using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.Notebooks.Tests.Architecture;

namespace Unrolled.Notebooks.Tests.Companions;

/// <summary>
/// The companions keep pace with the library where the packages that they need are not restored: their cells compile
/// against the declarations of these packages that they use.
/// </summary>
public class CompanionTests
{
    private static readonly Dictionary<string, string> Declarations = new()
    {
        ["12b-torchsharp-live.ipynb"] = "RecordingProgram/TorchSharp.cs",
        ["12c-plotly-net.ipynb"] = "Companions/PlotlyNet.cs",
        ["12d-dotnet-interactive.ipynb"] = "Companions/DotNetInteractive.cs",
    };

    public static TheoryData<string> Companions => [.. Repository.Companions];

    [Theory]
    [MemberData(nameof(Companions))]
    public void Every_cell_compiles_against_the_declarations_of_the_package(string companion)
    {
        string[] problems = [.. ProblemsOf(companion, CellsOf(companion))];

        Assert.True(
            problems.Length == 0,
            $"{companion} does not compile. Where the library changed, change the notebook; where it uses more of the "
            + $"package, add the declaration to {DeclarationsOf(companion)}:\n{string.Join('\n', problems)}");
    }

    [Theory]
    [MemberData(nameof(Companions))]
    public void A_name_that_the_library_no_longer_has_is_an_error(string companion) => Assert.NotEmpty(ProblemsOf(
        companion, CellsOf(companion).Select(cell => cell.Replace("OutputAt.LastStep", "OutputAt.TheLastStep"))));

    private static IEnumerable<string> CellsOf(string companion) =>
        Notebook.Load(Path.Combine(Repository.Root, companion)).Cells
            .Where(cell => cell.Kind == CellKind.Code)
            .Skip(1)
            .Select(cell => WithoutReferences(cell.Source));

    // A chain of cells, as a kernel compiles them, behind the using lines of setup.csx.
    private static IEnumerable<string> ProblemsOf(string companion, IEnumerable<string> cells)
    {
        string file = DeclarationsOf(companion);
        CSharpCompilation package = SourceProject.Compile(
            Path.GetFileNameWithoutExtension(file),
            OutputKind.DynamicallyLinkedLibrary,
            [CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, file)), path: file)]);
        CSharpCompilation previous = SourceProject.Script(
            WithoutReferences(File.ReadAllText(Repository.SetupScript)), null, package.ToMetadataReference());
        List<string> problems = [.. SourceProject.ErrorsOf(package), .. SourceProject.ErrorsOf(previous)];
        int number = 1;
        foreach (string cell in cells.TakeWhile(_ => problems.Count == 0))
        {
            previous = SourceProject.Script(cell, previous);
            number++;
            problems.AddRange(SourceProject.ErrorsOf(previous).Select(error => $"code cell {number}: {error}"));
        }

        return problems;
    }

    private static string DeclarationsOf(string companion) => Path.Combine(
        "tests", "Unrolled.Notebooks.Tests", Declarations[Path.GetFileName(companion)]);

    private static string WithoutReferences(string source) => string.Join(
        '\n', source.Split('\n').Where(line => !line.StartsWith("#r ", StringComparison.Ordinal)));
}
