namespace Unrolled;

/// <summary>The fixed minibatches that training cases share.</summary>
public sealed record TrainingDataCase : ReferenceCase
{
    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The number of minibatches.</summary>
    public required int Steps { get; init; }

    /// <summary>The steps of a sequence.</summary>
    public required int SeqLen { get; init; }

    /// <summary>The sequences of a minibatch.</summary>
    public required int Batch { get; init; }

    /// <summary>The tensors' shapes in words.</summary>
    public string Layout { get; init; } = "";
}
