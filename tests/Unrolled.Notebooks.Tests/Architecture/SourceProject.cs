using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>
/// A project of the clone, compiled in memory from its source files, so that the tests speak of the code as it is now and
/// not of the last build.
/// </summary>
internal sealed class SourceProject
{
    private static readonly CSharpParseOptions Options = new(documentationMode: DocumentationMode.Parse);

    // What the SDK's ImplicitUsings bring.
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    // The framework, the packages of the host, which are beside these tests, and what the notebooks reference.
    private static readonly MetadataReference[] Packages =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("Unrolled", StringComparison.Ordinal))
            .Append(Repository.BuildOutput("notebooks", "MathNet.Numerics.dll"))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private SourceProject(string folder, params SourceProject[] uses)
    {
        Folder = folder;
        Name = Path.GetFileName(folder);
        string fullPath = Path.Combine(Repository.Root, folder);
        Trees =
        [
            .. Directory.EnumerateFiles(fullPath, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(fullPath, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(file => (Path: file, Text: File.ReadAllText(Path.Combine(fullPath, file))))
                .Select(file => CSharpSyntaxTree.ParseText(file.Text, Options, file.Path)),
        ];
        Compilation = CSharpCompilation.Create(
            Name,
            [.. Trees, CSharpSyntaxTree.ParseText(ProjectItems(fullPath), Options, "")],
            [.. Packages, .. uses.Select(project => project.Compilation.ToMetadataReference())],
            new CSharpCompilationOptions(
                Trees.Any(tree => Path.GetFileName(tree.FilePath) == "Program.cs")
                    ? OutputKind.ConsoleApplication
                    : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The models.</summary>
    public static SourceProject Unrolled { get; } = new("lib/Unrolled");

    /// <summary>The figures.</summary>
    public static SourceProject Charts { get; } = new("lib/Unrolled.Charts", Unrolled);

    /// <summary>The functions that any cell can call.</summary>
    public static SourceProject Cells { get; } = new("lib/Unrolled.NotebookHost.Cells");

    /// <summary>The host.</summary>
    public static SourceProject Host { get; } = new("lib/Unrolled.NotebookHost", Cells);

    /// <summary>The host's session in a browser.</summary>
    public static SourceProject Live { get; } = new("lib/Unrolled.Live", Cells, Host);

    /// <summary>Every project below lib/, by its name.</summary>
    public static IReadOnlyDictionary<string, SourceProject> OfLib { get; } =
        new[] { Unrolled, Charts, Cells, Host, Live }.ToDictionary(project => project.Name);

    /// <summary>Its folder below the clone's root.</summary>
    public string Folder { get; }

    /// <summary>The name of the project and of its assembly.</summary>
    public string Name { get; }

    /// <summary>Its source files, each by its path below <see cref="Folder"/>.</summary>
    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>The same, bound to the framework, to the packages and to the projects that it uses.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The types that are no part of another.</summary>
    public IEnumerable<INamedTypeSymbol> Types => TypesIn(Compilation.Assembly.GlobalNamespace);

    /// <summary>Those that a user of the assembly sees.</summary>
    public IEnumerable<INamedTypeSymbol> PublicTypes => Types.Where(IsPublic);

    /// <summary>The public types of the assemblies that come with .NET.</summary>
    public static IEnumerable<INamedTypeSymbol> FrameworkTypes() =>
        PublicTypesOf(file => Path.GetDirectoryName(file) == FrameworkFolder);

    /// <summary>The public types of MathNet.Numerics.</summary>
    public static IEnumerable<INamedTypeSymbol> MathNetTypes() =>
        PublicTypesOf(file => Path.GetFileName(file) == "MathNet.Numerics.dll");

    /// <summary>A compilation of some sources that see what a project of this clone sees, and these projects.</summary>
    public static CSharpCompilation Compile(
        string name, OutputKind kind, IReadOnlyList<SyntaxTree> sources, params SourceProject[] uses) =>
        CSharpCompilation.Create(
            name,
            [
                .. sources,
                CSharpSyntaxTree.ParseText(UsingLines(ImplicitUsings), (CSharpParseOptions)sources[0].Options),
            ],
            [.. Packages, .. uses.Select(project => project.Compilation.ToMetadataReference())],
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>
    /// A cell of a notebook that sees the models, the charts and what the cells before it have declared.
    /// </summary>
    /// <param name="source">Its text, without directives.</param>
    /// <param name="previous">The cell before; null for the first.</param>
    /// <param name="references">What the first cell references besides.</param>
    public static CSharpCompilation Script(
        string source, CSharpCompilation? previous, params IReadOnlyList<MetadataReference> references) =>
        CSharpCompilation.CreateScriptCompilation(
            "cell",
            CSharpSyntaxTree.ParseText(
                source, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script)
                    .WithLanguageVersion(LanguageVersion.Preview)),
            previous is null
                ? [
                    .. Packages, Unrolled.Compilation.ToMetadataReference(), Charts.Compilation.ToMetadataReference(),
                    .. references,
                ]
                : null,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithUsings(
                "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
                "System.Linq"),
            previous,
            typeof(object));

    /// <summary>The errors of a compilation, but for what a generator of the SDK would have added.</summary>
    public static IReadOnlyList<string> ErrorsOf(Compilation compilation) =>
    [
        .. compilation.GetDiagnostics()
            .Where(found => found.Severity == DiagnosticSeverity.Error && found.Id != "CS8795")
            .Select(found => found.ToString()),
    ];

    private static IEnumerable<INamedTypeSymbol> PublicTypesOf(Func<string, bool> isOurs) => Packages
        .Where(reference => isOurs(((PortableExecutableReference)reference).FilePath!))
        .Select(Unrolled.Compilation.GetAssemblyOrModuleSymbol)
        .OfType<IAssemblySymbol>()
        .SelectMany(assembly => TypesIn(assembly.GlobalNamespace))
        .Where(IsPublic);

    private static bool IsPublic(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public;

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesIn));

    // What the project file adds to the sources: using lines, and who sees the internals.
    private static string ProjectItems(string folder)
    {
        XElement project = XElement.Load(Directory.EnumerateFiles(folder, "*.csproj").Single());
        IEnumerable<string> usings = project.Descendants("Using")
            .Select(item => item.Attribute("Alias") is { } alias
                ? $"{alias.Value} = {item.Attribute("Include")!.Value}"
                : item.Attribute("Include")!.Value);
        IEnumerable<string> friends = project.Descendants("InternalsVisibleTo")
            .Select(item => item.Attribute("Include")!.Value)
            .Select(name => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{name}\")]\n");
        return UsingLines([.. ImplicitUsings, .. usings]) + string.Concat(friends);
    }

    private static string UsingLines(IEnumerable<string> usings) =>
        string.Concat(usings.Select(name => $"global using {name};\n"));
}
