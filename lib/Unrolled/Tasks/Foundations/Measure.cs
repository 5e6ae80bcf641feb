namespace Unrolled.Tasks.Foundations;

/// <summary>What a score measures.</summary>
public enum Measure
{
    /// <summary>The share of asked steps that are right; more is better.</summary>
    Accuracy,

    /// <summary>The share of pairs whose whole target is right; more is better.</summary>
    ExactMatch,

    /// <summary>The mean squared error of a value; less is better.</summary>
    MeanSquaredError,

    /// <summary>The mean cross-entropy of an asked step, in nats; less is better.</summary>
    CrossEntropy,
}
