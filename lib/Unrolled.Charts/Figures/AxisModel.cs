using System.Collections.Immutable;

namespace Unrolled.Charts.Model;

/// <summary>What one axis measures.</summary>
internal sealed record AxisModel
{
    public string? Label { get; init; }

    public bool Logarithmic { get; init; }

    /// <summary>The range that was asked for; null where the data decide.</summary>
    public Interval? Range { get; init; }

    /// <summary>The range of the panels that share this axis; null where none do.</summary>
    public Interval? SharedData { get; init; }

    /// <summary>The names along a categorical axis; empty on a numeric one.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];
}
