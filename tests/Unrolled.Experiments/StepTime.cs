using MathNet.Numerics.Random;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;
using Unrolled.Training;

namespace Unrolled.Experiments;

/// <summary>
/// How long a training step takes: processor time, because that says the same on a machine that does other work too, and
/// the shortest of some means, because a compilation or a collection may fall into one.
/// </summary>
internal static class StepTime
{
    private const int WarmUp = 40;
    private const int Means = 5;
    private const int StepsOfMean = 20;

    /// <summary>
    /// The seconds of one step, with its batch drawn; nothing else in this process may compute meanwhile. Null if the loss
    /// does not stay finite.
    /// </summary>
    internal static double? OfRow(IProblem problem, Row row)
    {
        ITrial trial = problem.Begin(row with { Steps = WarmUp + Means * StepsOfMean }, new Xoshiro256StarStar(1));
        try
        {
            trial.Run(WarmUp);
            return Enumerable.Range(0, Means).Min(_ => SecondsOf(trial)) / StepsOfMean;
        }
        catch (NonFiniteException)
        {
            return null;
        }
    }

    private static double SecondsOf(ITrial trial)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        trial.Run(StepsOfMean);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
