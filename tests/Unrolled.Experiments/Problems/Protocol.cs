namespace Unrolled.Experiments.Problems;

/// <summary>What all problems have in common.</summary>
internal static class Protocol
{
    /// <summary>How many sequences one step learns from.</summary>
    internal const int BatchSize = 32;

    /// <summary>How many fresh sequences a generated task is scored on.</summary>
    internal const int FreshSequences = 512;

    /// <summary>The norm at which gradients are clipped.</summary>
    internal const double ClipNorm = 1;
}
