namespace Unrolled;

/// <summary>The checks of chapter 04's exercises.</summary>
internal static class Chapter04
{
    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks => [];
}
