namespace Unrolled.ReferenceCases;

/// <summary>A batch of sequences of one length.</summary>
public sealed record LayerCase : RecurrentCase;
