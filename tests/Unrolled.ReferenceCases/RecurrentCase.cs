namespace Unrolled.ReferenceCases;

/// <summary>One call of torch.nn.RNN, LSTM or GRU with its gradients.</summary>
public abstract record RecurrentCase : ReferenceCase
{
    public required RecurrentKind Kind { get; init; }

    public required int InputSize { get; init; }

    public required int HiddenSize { get; init; }

    public required int NumLayers { get; init; }

    public required bool Bidirectional { get; init; }

    public required int SeqLen { get; init; }

    public required int Batch { get; init; }

    /// <summary>The loss whose gradients are recorded.</summary>
    public required double Loss { get; init; }
}
