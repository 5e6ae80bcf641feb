namespace Unrolled;

/// <summary>The checks of chapter 01's exercises.</summary>
internal static class Chapter01
{
    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks => [];
}
