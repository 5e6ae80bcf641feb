namespace Unrolled.ReferenceCases;

/// <summary>A network that torch.nn does not have, put together from tensor operations.</summary>
public sealed record VariantCase : ReferenceCase
{
    public required VariantKind Kind { get; init; }

    public required int InputSize { get; init; }

    public required int HiddenSize { get; init; }

    public required int SeqLen { get; init; }

    public required int Batch { get; init; }

    /// <summary>The loss whose gradients are recorded.</summary>
    public required double Loss { get; init; }

    /// <summary>The network's equations in words.</summary>
    public string Equations { get; init; } = "";
}
