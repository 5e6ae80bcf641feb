using System.Text.Json.Serialization;

namespace Unrolled;

/// <summary>One call of torch.nn.RNN, LSTM or GRU with its gradients.</summary>
public abstract record RecurrentCase : ReferenceCase
{
    /// <summary>The layer.</summary>
    public required RecurrentKind Kind { get; init; }

    /// <summary>The features of x.</summary>
    public required int InputSize { get; init; }

    /// <summary>The units of one layer in one direction.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>The number of layers.</summary>
    public required int NumLayers { get; init; }

    /// <summary>Whether every layer reads backwards too.</summary>
    public required bool Bidirectional { get; init; }

    /// <summary>The steps of the longest sequence.</summary>
    public required int SeqLen { get; init; }

    /// <summary>The number of sequences.</summary>
    public required int Batch { get; init; }

    /// <summary>The loss whose gradients are recorded.</summary>
    public required double Loss { get; init; }
}

/// <summary>A batch of sequences of one length.</summary>
public sealed record LayerCase : RecurrentCase;

/// <summary>A batch of sequences of different lengths, given in the tensor <c>lengths</c>.</summary>
public sealed record PackedCase : RecurrentCase;

/// <summary>The recurrent layers of torch.nn.</summary>
public enum RecurrentKind
{
    /// <summary>A plain network with tanh units.</summary>
    [JsonStringEnumMemberName("rnn_tanh")]
    RnnTanh,

    /// <summary>A plain network with ReLU units.</summary>
    [JsonStringEnumMemberName("rnn_relu")]
    RnnRelu,

    /// <summary>An LSTM with a forget gate and without peepholes.</summary>
    [JsonStringEnumMemberName("lstm")]
    Lstm,

    /// <summary>A GRU that resets after the product, whose z keeps the old state.</summary>
    [JsonStringEnumMemberName("gru")]
    Gru,
}
