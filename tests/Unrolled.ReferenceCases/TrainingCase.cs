using System.Text.Json.Serialization;

namespace Unrolled.ReferenceCases;

/// <summary>A training run: one recurrent layer, a linear head on its last step, mean squared error.</summary>
public sealed record TrainingCase : ReferenceCase
{
    public required RecurrentKind Kind { get; init; }

    public required int HiddenSize { get; init; }

    public required OptimizerKind Optimizer { get; init; }

    /// <summary>The file of the minibatches.</summary>
    public required string Data { get; init; }

    public required double FirstLoss { get; init; }

    public required double LastLoss { get; init; }

    /// <summary>The settings in words.</summary>
    public string Settings { get; init; } = "";

    /// <summary>The minibatches.</summary>
    [JsonIgnore]
    public TrainingDataCase Minibatches { get; internal set; } = null!;
}
