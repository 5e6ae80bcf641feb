using System.Diagnostics;

namespace Unrolled.Benchmarks.Measuring;

/// <summary>Times a work, run after run.</summary>
internal static class RunTimes
{
    /// <summary>Milliseconds of each run, after warm-up.</summary>
    internal static IReadOnlyList<double> Measure(Action work, RunPlan plan)
    {
        WarmUp.Run(work);
        List<double> milliseconds = [];
        long start = Stopwatch.GetTimestamp();
        while (milliseconds.Count < plan.Runs || Stopwatch.GetElapsedTime(start).TotalSeconds < plan.Seconds)
        {
            long before = Stopwatch.GetTimestamp();
            work();
            milliseconds.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return milliseconds;
    }
}
