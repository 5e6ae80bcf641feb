namespace Unrolled;

/// <summary>The checks of chapter 03's exercises.</summary>
internal static class Chapter03
{
    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks => [];
}
