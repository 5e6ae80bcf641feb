using System.Text.Json.Serialization;

namespace Unrolled.ReferenceCases;

/// <summary>The recurrent layers of torch.nn.</summary>
public enum RecurrentKind
{
    [JsonStringEnumMemberName("rnn_tanh")]
    RnnTanh,

    [JsonStringEnumMemberName("rnn_relu")]
    RnnRelu,

    [JsonStringEnumMemberName("lstm")]
    Lstm,

    [JsonStringEnumMemberName("gru")]
    Gru,
}
