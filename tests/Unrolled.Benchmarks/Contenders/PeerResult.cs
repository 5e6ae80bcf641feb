namespace Unrolled.Benchmarks.Contenders;

/// <summary>How fast a peer was, or why it was not measured.</summary>
/// <param name="Name">The peer.</param>
/// <param name="Times">Its medians; none where it is missing.</param>
internal sealed record PeerResult(string Name, Times Times)
{
    /// <summary>Its library's version; null where it is missing.</summary>
    public string? Version { get; init; }

    /// <summary>What keeps it from being measured here; null if nothing does.</summary>
    public string? Missing { get; init; }
}
