namespace Unrolled.Benchmarks.Measuring;

/// <summary>The number of runs of a work for its median, after warm-up.</summary>
/// <param name="Runs">The smallest number of runs.</param>
/// <param name="Seconds">The shortest time of all runs, in seconds.</param>
/// <param name="AllocationSteps">The steady steps over which allocation is counted.</param>
/// <param name="IsQuick">Whether the runs are too few to be quoted.</param>
internal sealed record RunPlan(int Runs, double Seconds, int AllocationSteps, bool IsQuick)
{
    /// <summary>The number of streaming steps of a run, since one is too short for the clock.</summary>
    internal const int StreamingStepsInRun = 1000;

    internal static RunPlan Full { get; } = new(Runs: 20, Seconds: .5, AllocationSteps: 100, IsQuick: false);

    internal static RunPlan Quick { get; } = new(Runs: 5, Seconds: .05, AllocationSteps: 10, IsQuick: true);
}
