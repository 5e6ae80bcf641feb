using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Unrolled.Notebooks.Tests.Architecture;

namespace Unrolled.Notebooks.Tests.RecordingProgram;

/// <summary>
/// The program that records TorchSharp's outputs keeps pace with the library, although the package that it needs is not
/// restored here: it compiles against TorchSharp's declarations.
/// </summary>
public class RecordingProgramTests
{
    private static readonly string Program = Path.Combine("data", "torchsharp-reference", "generate.cs");

    private static readonly string Declarations =
        Path.Combine("tests", "Unrolled.Notebooks.Tests", "RecordingProgram", "TorchSharp.cs");

    [Fact]
    public void It_compiles_against_the_declarations_of_TorchSharp_that_it_uses()
    {
        IReadOnlyList<string> errors = ErrorsOf(Read(Program));

        Assert.True(
            errors.Count == 0,
            $"{Program} does not compile. Where the library changed, change the program; where the program uses more "
            + $"of TorchSharp, add its declaration to {Declarations}:\n{string.Join('\n', errors)}");
    }

    [Fact]
    public void A_name_that_the_library_no_longer_has_is_an_error() =>
        Assert.NotEmpty(ErrorsOf(Read(Program).Replace("new SafetensorsFile(", "new SafetensorsFolder(")));

    private static IReadOnlyList<string> ErrorsOf(string program)
    {
        // A program of one file says in its first lines what it needs.
        CSharpParseOptions options = CSharpParseOptions.Default.WithFeatures([new("FileBasedProgram", "true")]);
        CSharpCompilation torch = SourceProject.Compile(
            "TorchSharp",
            OutputKind.DynamicallyLinkedLibrary,
            [CSharpSyntaxTree.ParseText(Read(Declarations), path: Declarations)]);
        CSharpCompilation compilation = SourceProject
            .Compile(
                "generate",
                OutputKind.ConsoleApplication,
                [CSharpSyntaxTree.ParseText(program, options, Program)],
                SourceProject.Unrolled)
            .AddReferences(torch.ToMetadataReference());
        return [.. SourceProject.ErrorsOf(torch), .. SourceProject.ErrorsOf(compilation)];
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));
}
