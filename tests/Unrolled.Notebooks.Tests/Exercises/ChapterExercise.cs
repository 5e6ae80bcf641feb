using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>An exercise of a chapter.</summary>
/// <param name="Id">Its id, such as 02-1: the chapter's number and its own.</param>
/// <param name="Text">The cell before the stub, which asks.</param>
/// <param name="Stub">The cell that the reader changes.</param>
/// <param name="Check">The cell after it, which gives the verdict.</param>
internal sealed record ChapterExercise(string Id, NotebookCell Text, NotebookCell Stub, NotebookCell Check)
{
    /// <summary>The exercise that a cell belongs to by its metadata, <c>unrolled.exercise</c>; null for any other cell.</summary>
    public static string? IdOf(NotebookCell cell) => (string?)cell.Json["metadata"]?["unrolled"]?["exercise"];
}
