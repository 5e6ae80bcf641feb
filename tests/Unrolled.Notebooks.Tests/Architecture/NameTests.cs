using Microsoft.CodeAnalysis;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>Every public name means one thing, to a reader who imports whatever else there is.</summary>
public class NameTests
{
    // What a name may share with the framework, and why a reader meets no ambiguity.
    private static readonly Dictionary<string, string> Accepted = new()
    {
        ["Parameter"] = "torch's word; System.Reflection.Metadata reads assemblies, which no notebook does",
    };

    private static IEnumerable<INamedTypeSymbol> PublicTypes =>
        new[] { SourceProject.Unrolled, SourceProject.Charts, SourceProject.Cells }.SelectMany(one => one.PublicTypes);

    [Fact]
    public void No_public_name_is_given_twice()
    {
        string[] twice =
        [
            .. PublicTypes.GroupBy(type => type.MetadataName).Where(same => same.Count() > 1).Select(same => same.Key),
        ];

        Assert.True(twice.Length == 0, $"Rename one of each, so that no reader needs an alias: {List(twice)}");
    }

    [Fact]
    public void No_public_name_is_one_of_the_framework_or_of_MathNet()
    {
        ILookup<string, string> theirs = SourceProject.FrameworkTypes()
            .Where(type => Space(type) == "System" || Space(type).StartsWith("System.", StringComparison.Ordinal))
            .Concat(SourceProject.MathNetTypes())
            .ToLookup(type => type.Name, Space);
        string[] clashes =
        [
            .. PublicTypes
                .Where(type => theirs.Contains(type.Name) && !Accepted.ContainsKey(type.Name))
                .Select(type => $"{type.Name} ({string.Join(", ", theirs[type.Name].Distinct())})"),
        ];

        Assert.True(theirs.Count > 1000, "The framework's types were not found.");
        Assert.True(
            clashes.Length == 0,
            "Rename, or add to the accepted names why no reader meets the other type:\n" + string.Join('\n', clashes));
        Assert.All(Accepted.Keys, name => Assert.True(theirs.Contains(name), $"{name} clashes no more: remove it."));
    }

    [Fact]
    public void What_is_internal_to_one_library_has_no_public_name_of_the_other()
    {
        string[] clashes =
        [
            .. Clashes(SourceProject.Unrolled, SourceProject.Charts),
            .. Clashes(SourceProject.Charts, SourceProject.Unrolled),
        ];

        Assert.True(clashes.Length == 0, $"Rename the internal one of each: {List(clashes)}");
    }

    private static IEnumerable<string> Clashes(SourceProject inside, SourceProject outside) =>
        inside.Types.Except(inside.PublicTypes, SymbolEqualityComparer.Default)
            .Select(type => type!.Name)
            .Intersect(outside.PublicTypes.Select(type => type.Name))
            .Select(name => $"{name} of {inside.Name}");

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static string Space(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString();
}
