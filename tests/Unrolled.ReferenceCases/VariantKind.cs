using System.Text.Json.Serialization;

namespace Unrolled.ReferenceCases;

/// <summary>The networks that torch.nn does not have.</summary>
public enum VariantKind
{
    [JsonStringEnumMemberName("elman")]
    Elman,

    [JsonStringEnumMemberName("jordan")]
    Jordan,

    [JsonStringEnumMemberName("lstm_no_forget")]
    LstmNoForget,

    [JsonStringEnumMemberName("lstm_peephole")]
    LstmPeephole,

    [JsonStringEnumMemberName("gru_reset_before")]
    GruResetBefore,
}
