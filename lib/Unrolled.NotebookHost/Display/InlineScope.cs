using System.Collections.Immutable;

namespace Unrolled.NotebookHost.Display;

/// <summary>The objects around the one that is being written, so that a cycle or a deep tree ends.</summary>
internal sealed record InlineScope(ImmutableList<object> Around)
{
    private const int MaximumDepth = 4;

    /// <summary>Around nothing.</summary>
    public static InlineScope Outermost { get; } = new([]);

    /// <summary>Inside of one more object; null when it is one of those around it, or too deep.</summary>
    public InlineScope? Enter(object value) =>
        Around.Count >= MaximumDepth || Around.Exists(outer => ReferenceEquals(outer, value))
            ? null
            : new InlineScope(Around.Add(value));
}
