namespace Unrolled;

/// <summary>The checks of chapter 05's exercises.</summary>
internal static class Chapter05
{
    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks => [];
}
