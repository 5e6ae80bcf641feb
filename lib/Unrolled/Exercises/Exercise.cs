namespace Unrolled;

/// <summary>The exercises of the series, and the start of a check of your own.</summary>
public static class Exercise
{
    private static readonly Dictionary<string, ExerciseCheck> Series = new[]
    {
        Chapter01.Checks,
        Chapter02.Checks,
        Chapter03.Checks,
        Chapter04.Checks,
        Chapter05.Checks,
        Chapter06.Checks,
        Chapter07.Checks,
        Chapter08.Checks,
        Chapter09.Checks,
        Chapter10.Checks,
        Chapter11.Checks,
        Chapter12.Checks,
        Chapter13.Checks,
    }.SelectMany(checks => checks).ToDictionary(check => check.Id);

    /// <summary>The ids of the series' exercises in order: the chapter's number and the exercise's.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Series.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The verdict on an answer to an exercise of the series.</summary>
    /// <param name="id">The exercise, such as <c>02-1</c>.</param>
    /// <param name="answer">
    /// The method that the reader wrote, or a lambda that gives the reader's value: <c>() => answer</c>.
    /// </param>
    /// <returns>
    /// A text that begins with "right" or "not yet". An answer that throws, is empty or has another form than the
    /// stub's gets a verdict like any other.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such exercise.</exception>
    public static string Check(string id, Delegate answer)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(answer);
        return Series.TryGetValue(id, out ExerciseCheck? check)
            ? check.Judge(answer)
            : throw new ArgumentException(
                $"There is no exercise \"{id}\"; there are {string.Join(", ", Ids)}.", nameof(id));
    }

    /// <summary>Computes an answer to check. An exception that it throws becomes a verdict.</summary>
    /// <param name="answer">Gives the answer, usually by calling the function that the reader wrote.</param>
    public static AnswerCheck<T> Check<T>(Func<T> answer) => new(answer);
}
