using System.Diagnostics;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments;

/// <summary>Runs rows from many seeds, several at a time; their scores do not depend on that number.</summary>
internal static class ExperimentRunner
{
    private const int StepsBetweenScores = 100;

    // Far from the seeds of the runs, so that no fresh sequence is one that was learned from.
    private const int FreshSeeds = 1_000_000;

    internal static RowResult Run(IProblem problem, Row row, int seeds)
    {
        SeedResult[] results = new SeedResult[seeds];
        Parallel.For(
            0, seeds, new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            }, i => results[i] = RunSeed(problem, row, i + 1));
        return new RowResult(row, results, StepTime.OfRow(problem, row));
    }

    private static SeedResult RunSeed(IProblem problem, Row row, int seed)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Xoshiro256 fresh = new(FreshSeeds + seed);
        ITrial trial = problem.Begin(row, new Xoshiro256(seed));
        Measurement? measured = null;
        string? failure = null;
        try
        {
            while (trial.Step < row.Steps && !(measured is { } reached && problem.Score.IsSolved(reached.Score)))
            {
                trial.Run((int)Math.Min(StepsBetweenScores, row.Steps - trial.Step));
                // A test part is used once, at the end; only fresh sequences may decide when to stop.
                if (problem.Score.SolvedAt is not null)
                    measured = trial.Measure(fresh);
            }
        }
        catch (NonFiniteException exception)
        {
            failure = exception.Message;
        }

        measured ??= trial.Measure(fresh);
        return new SeedResult(
            seed, measured.Score, failure is null && problem.Score.IsSolved(measured.Score), trial.Step,
            clock.Elapsed.TotalSeconds)
        {
            Asides = measured.Asides,
            Failure = failure,
        };
    }
}
