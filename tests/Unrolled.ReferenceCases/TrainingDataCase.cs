namespace Unrolled.ReferenceCases;

/// <summary>The fixed minibatches that training cases share.</summary>
public sealed record TrainingDataCase : ReferenceCase
{
    public required string Task { get; init; }

    public required int Steps { get; init; }

    public required int SeqLen { get; init; }

    public required int Batch { get; init; }

    /// <summary>The tensors' shapes in words.</summary>
    public string Layout { get; init; } = "";
}
