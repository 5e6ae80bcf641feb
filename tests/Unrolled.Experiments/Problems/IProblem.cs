using MathNet.Numerics.Random;
using Unrolled.Layers;
using Unrolled.Training.Batches;

namespace Unrolled.Experiments.Problems;

/// <summary>What a row learns, and how it is scored. Nothing that is scored is ever learned from.</summary>
internal interface IProblem
{
    int InputSize { get; }

    int OutputSize { get; }

    ReadAt ReadAt { get; }

    Score Score { get; }

    /// <summary>What stands beside every result.</summary>
    IReadOnlyList<Trivial> Baselines { get; }

    SequenceBatch NextBatch(RandomSource random);

    /// <summary>The score on fresh sequences, which come from the source, or on the test part.</summary>
    double Measure(SequenceModel model, RandomSource random);
}
