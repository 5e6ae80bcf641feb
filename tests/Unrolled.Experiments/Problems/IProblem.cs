using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Problems;

/// <summary>What a row learns, and how it is scored. Nothing that is scored is ever learned from.</summary>
internal interface IProblem
{
    Score Score { get; }

    /// <summary>What stands beside every result.</summary>
    IReadOnlyList<Trivial> Baselines { get; }

    /// <summary>A row's model before its first step.</summary>
    /// <param name="row">The model with its settings.</param>
    /// <param name="random">Where its first weights and its batches come from.</param>
    ITrial Begin(Row row, Xoshiro256 random);
}
