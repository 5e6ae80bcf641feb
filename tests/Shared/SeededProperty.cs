using FsCheck;

namespace Unrolled.Testing;

/// <summary>Checks a property on the same samples every time, so that a failure is reproducible.</summary>
internal static class SeededProperty
{
    private const ulong Seed = 19_971_115;
    private const ulong Gamma = 1_735_178_001; // FsCheck's second seed; it must be odd.

    /// <summary>Throws for the first counterexample.</summary>
    public static void CheckSeeded(this Property property, int tests = 100) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(Seed, Gamma));
}
