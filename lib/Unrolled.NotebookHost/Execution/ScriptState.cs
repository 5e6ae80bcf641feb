using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unrolled.NotebookHost.Execution;

/// <summary>What the submissions so far have left behind. Immutable, so that going back is keeping the older one.</summary>
/// <param name="Previous">The last submission's compilation; the next one sees its declarations and all before it.</param>
/// <param name="Submissions">
/// The array that Roslyn's submissions find each other in: slot 0 is for globals, of which there are none.
/// </param>
/// <param name="References">The assemblies that the next submission can name.</param>
/// <param name="NewReferences">
/// Those of them that no submission has had yet. A submission inherits what those before it had; given again, each would
/// be kept once more with every submission.
/// </param>
internal sealed record ScriptState(
    CSharpCompilation? Previous,
    ImmutableArray<object?> Submissions,
    ImmutableArray<PortableExecutableReference> References,
    ImmutableArray<PortableExecutableReference> NewReferences);
