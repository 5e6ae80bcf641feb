using System.Diagnostics;
using MathNet.Numerics.Random;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Layers;
using Unrolled.Training;
using Unrolled.Training.Batches;
using Unrolled.Training.Optimizers;

namespace Unrolled.Experiments;

/// <summary>Trains every row alike.</summary>
internal static class ExperimentRunner
{
    private const double ClipNorm = 1;
    private const int StepsBetweenScores = 100;

    // Far from the seeds of the runs, so that no fresh sequence is one that was learned from.
    private const int FreshSeeds = 1_000_000;

    internal static RowResult Run(IProblem problem, Row row, int seeds) =>
        new(row, [.. Enumerable.Range(1, seeds).Select(seed => RunSeed(problem, row, seed))]);

    private static SeedResult RunSeed(IProblem problem, Row row, int seed)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Xoshiro256StarStar random = new(seed);
        Xoshiro256StarStar fresh = new(FreshSeeds + seed);
        SequenceModel model = row.Create(problem, random);
        SequenceLearner learner = new(model);
        Trainer<SequenceBatch> trainer = new(learner, new Adam(row.LearningRate), (_, source) => problem.NextBatch(source), random)
        {
            ClipNorm = ClipNorm,
        };

        double? score = null;
        while (trainer.Step < row.Steps && !(score is { } reached && problem.Score.IsSolved(reached)))
        {
            trainer.Run((int)Math.Min(StepsBetweenScores, row.Steps - trainer.Step));
            // A test part is looked at once, at the end; only fresh sequences may say when to stop.
            if (problem.Score.SolvedAt is not null)
                score = problem.Measure(model, fresh);
        }

        double last = score ?? problem.Measure(model, fresh);
        return new SeedResult(seed, last, problem.Score.IsSolved(last), trainer.Step, clock.Elapsed.TotalSeconds);
    }
}
