namespace Unrolled.ReferenceCases;

/// <summary>A training run: embedding, one recurrent layer, a linear head at every step, cross-entropy.</summary>
public sealed record LanguageModelCase : ReferenceCase
{
    public required RecurrentKind Kind { get; init; }

    public required int Vocabulary { get; init; }

    public required int EmbeddingSize { get; init; }

    public required int HiddenSize { get; init; }

    public required int SeqLen { get; init; }

    public required int Batch { get; init; }

    public required int Steps { get; init; }

    public required double FirstLoss { get; init; }

    public required double LastLoss { get; init; }

    /// <summary>The settings in words.</summary>
    public string Settings { get; init; } = "";
}
