using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Problems;

/// <summary>The problem that a row learns, and its score. No scored data are ever learned from.</summary>
internal interface IProblem
{
    Score Score { get; }

    /// <summary>The note beside every result.</summary>
    IReadOnlyList<Trivial> Baselines { get; }

    /// <summary>A row's model before its first step.</summary>
    /// <param name="row">The model with its settings.</param>
    /// <param name="random">The source of its first weights and its batches.</param>
    ITrial Begin(Row row, Xoshiro256 random);
}
