namespace Unrolled.Benchmarks.Measuring;

/// <summary>How often a work is run for its median, after warm-up.</summary>
/// <param name="Runs">At least so many times.</param>
/// <param name="Seconds">At least so long.</param>
/// <param name="AllocationSteps">The steady steps over which allocation is counted.</param>
/// <param name="IsQuick">Whether these are too few to be quoted.</param>
internal sealed record RunPlan(int Runs, double Seconds, int AllocationSteps, bool IsQuick)
{
    /// <summary>A streaming step is too short for the clock; a run makes so many of them.</summary>
    internal const int StreamingStepsInRun = 1000;

    internal static RunPlan Full { get; } = new(Runs: 20, Seconds: .5, AllocationSteps: 100, IsQuick: false);

    internal static RunPlan Quick { get; } = new(Runs: 5, Seconds: .05, AllocationSteps: 10, IsQuick: true);
}
