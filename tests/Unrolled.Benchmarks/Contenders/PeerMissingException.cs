namespace Unrolled.Benchmarks.Contenders;

/// <summary>A peer cannot be measured here; the message says what is missing.</summary>
internal sealed class PeerMissingException(string message) : Exception(message);
