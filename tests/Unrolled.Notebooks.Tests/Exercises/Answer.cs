namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>What a reader might put in the place of a stub.</summary>
/// <param name="Exercise">The id of the exercise.</param>
/// <param name="Name">What is right or wrong with it.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="Hint">Words that the verdict on it must hold; empty where any will do.</param>
internal sealed record Answer(string Exercise, string Name, string Source, string Hint = "");
