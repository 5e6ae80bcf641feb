using System.Text.Json.Serialization;

namespace Unrolled;

/// <summary>A training run: one recurrent layer, a linear head on its last step, mean squared error.</summary>
public sealed record TrainingCase : ReferenceCase
{
    /// <summary>The layer.</summary>
    public required RecurrentKind Kind { get; init; }

    /// <summary>The units of the layer.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>The optimizer.</summary>
    public required OptimizerKind Optimizer { get; init; }

    /// <summary>The file of the minibatches.</summary>
    public required string Data { get; init; }

    /// <summary>The loss of the first minibatch.</summary>
    public required double FirstLoss { get; init; }

    /// <summary>The loss of the last minibatch.</summary>
    public required double LastLoss { get; init; }

    /// <summary>The settings in words.</summary>
    public string Settings { get; init; } = "";

    /// <summary>The minibatches.</summary>
    [JsonIgnore]
    public TrainingDataCase Minibatches { get; internal set; } = null!;
}

/// <summary>The optimizers of the recorded training runs; their settings are in the folder's README.md.</summary>
public enum OptimizerKind
{
    /// <summary>Gradient descent with momentum.</summary>
    [JsonStringEnumMemberName("sgd-momentum")]
    SgdMomentum,

    /// <summary>Adam.</summary>
    [JsonStringEnumMemberName("adam")]
    Adam,

    /// <summary>RMSprop.</summary>
    [JsonStringEnumMemberName("rmsprop")]
    RmsProp,
}
