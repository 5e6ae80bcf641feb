using System.Text.Json.Serialization;

namespace Unrolled.ReferenceCases;

/// <summary>The optimizers of the recorded training runs.</summary>
public enum OptimizerKind
{
    [JsonStringEnumMemberName("sgd-momentum")]
    SgdMomentum,

    [JsonStringEnumMemberName("adam")]
    Adam,

    [JsonStringEnumMemberName("rmsprop")]
    RmsProp,
}
