namespace Unrolled.Mutation.Trials;

/// <summary>What became of a mutant.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Detail">The test that failed, or the error of the process.</param>
internal sealed record Trial(TrialOutcome Outcome, string Detail);

/// <summary>The outcome of a trial.</summary>
internal enum TrialOutcome
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests did not end in time.</summary>
    TimedOut,

    /// <summary>The process ended before its tests did.</summary>
    Crashed,

    /// <summary>No test failed.</summary>
    Survived,
}
