using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// Finds the assemblies that a referenced library's signatures mention but that no cell has referenced, where the
/// library itself would find them when it runs.
/// </summary>
internal sealed class MissingReferenceResolver(NotebookLoadContext loadContext) : MetadataReferenceResolver
{
    public override bool ResolveMissingAssemblies => true;

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        loadContext.FindPath(referenceIdentity.Name) is { } path ? AssemblyReferences.FromFile(path) : null;

    // #r never reaches the compiler: the session takes it first.
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    // Roslyn compares the compilations' options; one resolver serves a whole session.
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
