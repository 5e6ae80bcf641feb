namespace Unrolled.Experiments.Problems;

/// <summary>The constants that all problems share.</summary>
internal static class Protocol
{
    /// <summary>The number of sequences of one training step.</summary>
    internal const int BatchSize = 32;

    /// <summary>The number of fresh sequences on which a generated task is scored.</summary>
    internal const int FreshSequences = 512;

    /// <summary>The norm at which gradients are clipped.</summary>
    internal const double ClipNorm = 1;
}
