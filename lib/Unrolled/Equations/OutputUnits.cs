namespace Unrolled.Equations;

/// <summary>What the output units of a network make of their net input a.</summary>
public enum OutputUnits
{
    /// <summary>y = σ(a), as Elman and Jordan had them.</summary>
    Logistic,

    /// <summary>y = a, to forecast a number, or where the loss takes logits.</summary>
    Linear,

    /// <summary>y = softmax(a), probabilities of classes.</summary>
    Softmax,
}
