using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>
/// The arrows between the rooms of a project: from the room of a file to the room that declares a type which the file
/// uses, be it by name, by inference, as a base, through a member or as an attribute. A project of this clone that the
/// file uses is a room too.
/// </summary>
internal sealed class RoomArrows
{
    private readonly Dictionary<(string From, string To), SortedSet<string>> uses = [];
    private readonly Dictionary<INamedTypeSymbol, string?> roomsOfTypes = new(SymbolEqualityComparer.Default);
    private readonly List<string> unresolved = [];
    private readonly IReadOnlyList<string> rooms;
    private readonly IAssemblySymbol assembly;

    /// <param name="compilation">The project; the paths of its trees are those below the project's folder.</param>
    /// <param name="rooms">The folders that are rooms; a folder inside belongs to the nearest of them.</param>
    public RoomArrows(Compilation compilation, IReadOnlyList<string> rooms)
    {
        this.rooms = rooms;
        assembly = compilation.Assembly;
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
            Follow(compilation.GetSemanticModel(tree), RoomOf(tree.FilePath), tree.FilePath);
    }

    /// <summary>Every arrow, with the uses that make it: <c>file uses type</c>.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> Uses => uses;

    /// <summary>The names whose meaning is not known, so that their arrows are missing; none in code that compiles.</summary>
    public IReadOnlyList<string> Unresolved => unresolved;

    /// <summary>The room of a file: the nearest folder that is a room, else its own; at the root the file.</summary>
    public static string RoomOf(string file, IReadOnlyList<string> rooms)
    {
        if (!file.Contains('/'))
            return file;
        string folder = file[..file.LastIndexOf('/')];
        return rooms.Where(room => $"{folder}/".StartsWith($"{room}/", StringComparison.Ordinal))
            .MaxBy(room => room.Length) ?? folder;
    }

    private string RoomOf(string file) => RoomOf(file, rooms);

    private void Follow(SemanticModel model, string room, string file)
    {
        foreach (SyntaxNode node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            if (node is SimpleNameSyntax name)
            {
                SymbolInfo found = model.GetSymbolInfo(name);
                // nameof names all overloads at once.
                ISymbol? symbol = found.CandidateReason == CandidateReason.MemberGroup
                    ? found.CandidateSymbols[0]
                    : found.Symbol;
                if (symbol is null && found.CandidateReason != CandidateReason.None)
                    unresolved.Add($"{file}: {name}");
                AddSymbol(symbol, room, file);
            }
            else if (node is BaseObjectCreationExpressionSyntax
                or CollectionExpressionSyntax
                or ElementAccessExpressionSyntax)
            {
                Add(model.GetTypeInfo(node).ConvertedType, room, file);
            }
        }
    }

    // A member is a use of the type that declares it and of the type that it gives.
    private void AddSymbol(ISymbol? used, string room, string file)
    {
        if (used is IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol)
            Add(used.ContainingType, room, file);
        Add(
            used switch
            {
                ITypeSymbol type => type,
                IMethodSymbol method => method.ReturnType,
                IPropertySymbol property => property.Type,
                IFieldSymbol field => field.Type,
                IEventSymbol happening => happening.Type,
                ILocalSymbol local => local.Type,
                IParameterSymbol parameter => parameter.Type,
                _ => null,
            },
            room,
            file);
    }

    private void Add(ITypeSymbol? used, string room, string file)
    {
        switch (used)
        {
            case IArrayTypeSymbol array:
                Add(array.ElementType, room, file);
                break;
            case INamedTypeSymbol type:
                foreach (ITypeSymbol argument in type.TypeArguments)
                    Add(argument, room, file);
                AddType(type.OriginalDefinition, room, file);
                break;
        }
    }

    private void AddType(INamedTypeSymbol type, string room, string file)
    {
        if (!roomsOfTypes.TryGetValue(type, out string? declared))
            roomsOfTypes[type] = declared = Declared(type);
        if (declared is null || declared == room)
            return;
        if (!uses.TryGetValue((room, declared), out SortedSet<string>? found))
            uses[(room, declared)] = found = new(StringComparer.Ordinal);
        found.Add($"{file} uses {type.Name}");
    }

    // A project of this clone is a room of its own; whatever else is no room.
    private string? Declared(INamedTypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)
            ? type.ContainingAssembly?.Name is { } other && other.StartsWith("Unrolled", StringComparison.Ordinal)
                ? other
                : null
            : type.DeclaringSyntaxReferences is [var first, ..] && first.SyntaxTree.FilePath is { Length: > 0 } file
                ? RoomOf(file)
                : null;
}
