using System.Text.Json.Serialization;

namespace Unrolled;

/// <summary>A network that torch.nn does not have, put together from tensor operations.</summary>
public sealed record VariantCase : ReferenceCase
{
    /// <summary>The network.</summary>
    public required VariantKind Kind { get; init; }

    /// <summary>The elements of x.</summary>
    public required int InputSize { get; init; }

    /// <summary>The number of hidden units.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>The number of steps.</summary>
    public required int SeqLen { get; init; }

    /// <summary>The number of sequences.</summary>
    public required int Batch { get; init; }

    /// <summary>The loss whose gradients are recorded.</summary>
    public required double Loss { get; init; }

    /// <summary>The network's equations in words.</summary>
    public string Equations { get; init; } = "";
}

/// <summary>The networks that torch.nn does not have.</summary>
public enum VariantKind
{
    /// <summary>Elman's network with logistic units.</summary>
    [JsonStringEnumMemberName("elman")]
    Elman,

    /// <summary>Jordan's network with logistic units.</summary>
    [JsonStringEnumMemberName("jordan")]
    Jordan,

    /// <summary>An LSTM without a forget gate.</summary>
    [JsonStringEnumMemberName("lstm_no_forget")]
    LstmNoForget,

    /// <summary>An LSTM with peepholes.</summary>
    [JsonStringEnumMemberName("lstm_peephole")]
    LstmPeephole,

    /// <summary>A GRU that resets before the product, whose z takes the candidate.</summary>
    [JsonStringEnumMemberName("gru_reset_before")]
    GruResetBefore,
}
