namespace Unrolled;

/// <summary>A training run: embedding, one recurrent layer, a linear head at every step, cross-entropy.</summary>
public sealed record LanguageModelCase : ReferenceCase
{
    /// <summary>The layer.</summary>
    public required RecurrentKind Kind { get; init; }

    /// <summary>The number of symbols.</summary>
    public required int Vocabulary { get; init; }

    /// <summary>The elements of a symbol's vector.</summary>
    public required int EmbeddingSize { get; init; }

    /// <summary>The units of the layer.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>The number of steps.</summary>
    public required int SeqLen { get; init; }

    /// <summary>The number of sequences.</summary>
    public required int Batch { get; init; }

    /// <summary>The number of updates.</summary>
    public required int Steps { get; init; }

    /// <summary>The loss of the first minibatch.</summary>
    public required double FirstLoss { get; init; }

    /// <summary>The loss of the last minibatch.</summary>
    public required double LastLoss { get; init; }

    /// <summary>The settings in words.</summary>
    public string Settings { get; init; } = "";
}
