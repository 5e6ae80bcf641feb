using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Trials;

/// <summary>All rows are trained alike, whatever they learn from.</summary>
/// <typeparam name="TBatch">What is learned from at one step.</typeparam>
/// <param name="learner">The model with its loss.</param>
/// <param name="row">Its settings.</param>
/// <param name="nextBatch">The batch of a step, counted from 0.</param>
/// <param name="random">The run's random numbers.</param>
/// <param name="measure">How it is scored.</param>
internal sealed class Trial<TBatch>(
    ILearner<TBatch> learner,
    Row row,
    Func<long, Random, TBatch> nextBatch,
    Xoshiro256 random,
    Func<Random, Measurement> measure) : ITrial
{
    private readonly Trainer<TBatch> trainer = new(learner, new Adam(row.LearningRate), nextBatch, random) { ClipNorm = Protocol.ClipNorm };

    public long Step => trainer.Step;

    public void Run(int steps) => trainer.Run(steps);

    public Measurement Measure(Random fresh) => measure(fresh);
}
