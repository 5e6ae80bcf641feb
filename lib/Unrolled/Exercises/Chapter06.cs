namespace Unrolled;

/// <summary>The checks of chapter 06's exercises.</summary>
internal static class Chapter06
{
    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks => [];
}
