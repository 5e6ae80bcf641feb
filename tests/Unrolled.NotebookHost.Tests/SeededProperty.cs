using FsCheck;

namespace Unrolled.NotebookHost.Tests;

/// <summary>Properties that are checked with the same values every time.</summary>
internal static class SeededProperty
{
    private const ulong Seed = 20260101;

    // SplittableRandom's gamma must be odd.
    private const ulong Gamma = 8675309;

    /// <summary>Checks a property and throws for the first counterexample.</summary>
    public static void CheckSeeded(this Property property) =>
        property.Check(Config.QuickThrowOnFailure.WithReplay(Seed, Gamma));
}
