namespace Unrolled.Exercises;

/// <summary>Where the check of an exercise begins.</summary>
public static class Exercise
{
    /// <summary>Asks for an answer. Whatever it does, the check goes on: what it throws becomes a verdict.</summary>
    /// <param name="answer">Gives the answer, usually by calling the function that the reader wrote.</param>
    public static AnswerCheck<T> Check<T>(Func<T> answer) => new(answer);
}
