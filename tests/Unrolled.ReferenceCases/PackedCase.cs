namespace Unrolled.ReferenceCases;

/// <summary>A batch of sequences of different lengths, given in the tensor <c>lengths</c>.</summary>
public sealed record PackedCase : RecurrentCase;
