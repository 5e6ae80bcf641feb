using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>Compiles small libraries for the tests.</summary>
internal static class LibraryBuilder
{
    /// <summary>Compiles a library to a file of its name and returns the file's path.</summary>
    public static string Build(
        string folder, string name, string source, string version = "1.0.0.0", params string[] references)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name + ".dll");
        string versioned = $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\n{source}";
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(
                versioned, path: Path.Combine(folder, name + ".cs"), encoding: System.Text.Encoding.UTF8)],
            [.. FrameworkReferences.All,
                .. references.Select(reference => MetadataReference.CreateFromFile(reference))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using FileStream image = File.Create(path);
        using FileStream symbols = File.Create(Path.ChangeExtension(path, ".pdb"));
        EmitResult result = compilation.Emit(
            image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return path;
    }
}
