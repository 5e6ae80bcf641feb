using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Unrolled.Mutation.Mutants;

/// <summary>The library as the compiler sees it, unchanged or with one mutant.</summary>
internal sealed partial class Library
{
    // Gates and gradients, the carried state and its truncation, lengths, masks and losses.
    private static readonly string[] Scope =
    [
        "Cells/RnnCell.cs", "Cells/LstmCell.cs", "Cells/Lstm1997Cell.cs", "Cells/PeepholeLstmCell.cs",
        "Cells/GruCell.cs", "Cells/OutputLayer.cs", "Cells/BackpropagationThroughTime.cs",
        "Cells/TruncatedBackpropagationThroughTime.cs", "Cells/BidirectionalRnn.cs", "Cells/DeepRnn.cs",
        "Cells/Losses.cs",
        "Layers/Kernels/RnnKernel.cs", "Layers/Kernels/LstmKernel.cs", "Layers/Kernels/Lstm1997Kernel.cs",
        "Layers/Kernels/PeepholeLstmKernel.cs", "Layers/Kernels/GruResetAfterKernel.cs",
        "Layers/Kernels/GruResetBeforeKernel.cs",
        "Layers/Recurrence/RnnRecurrence.cs", "Layers/Recurrence/LstmRecurrence.cs",
        "Layers/Recurrence/GruRecurrence.cs", "Layers/Recurrence/RecurrentCell.cs", "Layers/Recurrence/CellPass.cs",
        "Layers/RecurrentLayer.cs", "Layers/SequenceModel.cs", "Layers/Dense.cs", "Layers/Embedding.cs",
        "Layers/Dropout.cs",
        "Training/BatchLoss.cs", "Training/Targets.cs", "Training/Learning.cs", "Training/StreamWindow.cs",
        "Training/GradientClipping.cs",
    ];

    private readonly CSharpCompilation compilation;
    private readonly string folder;

    private Library(CSharpCompilation compilation, string folder) =>
        (this.compilation, this.folder) = (compilation, folder);

    /// <summary>Reads the sources.</summary>
    internal static Library Load(string root)
    {
        string folder = Path.Combine(root, "lib", "Unrolled");
        string generated = Path.Combine(root, "artifacts", "obj", "Unrolled", "release");
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(generated, "*.cs"));
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return new Library(
            CSharpCompilation.Create(
                "Unrolled",
                files.Order(StringComparer.Ordinal).Select(
                    file => CSharpSyntaxTree.ParseText(Complete(File.ReadAllText(file)), path: file)),
                platform.Split(Path.PathSeparator).Where(file => Path.GetFileName(file) != "Unrolled.dll")
                    .Select(file => MetadataReference.CreateFromFile(file)),
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
                    allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)),
            folder);
    }

    // No generator runs here: a regular expression that one would write is made when it is used.
    private static string Complete(string source) =>
        GeneratedRegex().Replace(source, "private static Regex ${name}() => new(${arguments});");

    [GeneratedRegex("""\[GeneratedRegex\((?<arguments>.*)\)\]\s+private static partial Regex (?<name>\w+)\(\);""")]
    private static partial Regex GeneratedRegex();

    /// <summary>Every mutant within the scope, file by file.</summary>
    internal IEnumerable<Mutant> Mutants() => Scope.SelectMany(file =>
    {
        string path = Path.Combine(folder, file);
        return MutantFinder.Of(file, compilation.SyntaxTrees.Single(tree => tree.FilePath == path));
    });

    /// <summary>Compiles the library, with a mutant if there is one.</summary>
    /// <returns>Whether it compiles; the file is unchanged if not.</returns>
    /// <exception cref="InvalidOperationException">It does not compile, although there is no mutant.</exception>
    internal bool Emit(string path, Mutant? mutant = null)
    {
        CSharpCompilation changed = mutant is null
            ? compilation
            : compilation.ReplaceSyntaxTree(mutant.Place.SyntaxTree, mutant.Tree);
        using MemoryStream assembly = new();
        EmitResult result = changed.Emit(assembly);
        if (result.Success)
            File.WriteAllBytes(path, assembly.ToArray());
        else if (mutant is null)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(
                diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return result.Success;
    }
}
