namespace Unrolled;

/// <summary>The checks of chapter 02's exercises.</summary>
internal static class Chapter02
{
    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks => [];
}
