using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments;

/// <summary>
/// The time of a training step: processor time, because it is the same on a machine that does other work too;
/// after pauses, in which the runtime compiles well what has run often; and the shortest of some means, because a
/// collection may fall into one.
/// </summary>
internal static class StepTime
{
    private const int WarmUps = 3;
    private const int StepsOfWarmUp = 80;
    private const int Means = 5;
    private const int StepsOfMean = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// The seconds of one step, with its batch drawn; nothing else in this process may compute meanwhile. Null if the
    /// loss does not stay finite.
    /// </summary>
    internal static double? OfRow(IProblem problem, Row row)
    {
        ITrial trial = problem.Begin(
            row with { Steps = WarmUps * StepsOfWarmUp + Means * StepsOfMean }, new Xoshiro256(1));
        try
        {
            for (int warmUp = 0; warmUp < WarmUps; warmUp++)
            {
                trial.Run(StepsOfWarmUp);
                Thread.Sleep(Pause);
            }

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
