namespace Unrolled.Benchmarks.Contenders;

/// <summary>The times of a peer, or the reason why it was not measured.</summary>
/// <param name="Name">The peer.</param>
/// <param name="Times">Its medians; none where it is missing.</param>
internal sealed record PeerResult(string Name, Times Times)
{
    /// <summary>Its library's version; null where it is missing.</summary>
    public string? Version { get; init; }

    /// <summary>The reason why it cannot be measured here; null if it can.</summary>
    public string? Missing { get; init; }
}
