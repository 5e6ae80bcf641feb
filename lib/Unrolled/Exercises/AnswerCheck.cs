using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>
/// A check of an answer, which ends in a verdict for the reader: a text that begins with "right" or "not yet". It never
/// throws because of an answer: one that throws, is null, holds NaN or has the wrong size gets a verdict like any
/// other.
/// </summary>
/// <remarks>
/// The conditions of <see cref="Needs"/> come first; then the first known mistake gives the hint, then the first part
/// that is wrong. Numbers (scalars, arrays, vectors, matrices, tuples of these) are compared by size and value.
/// </remarks>
public sealed class AnswerCheck<T>
{
    private readonly T? answer;
    private readonly List<string> rightParts = [];
    private readonly List<string> wrongParts = [];
    private double tolerance = 1e-9;
    private string? obstacle;
    private string? mistake;
    private string? hint;

    internal AnswerCheck(Func<T> give)
    {
        try
        {
            answer = give();
            obstacle = IsEmpty(answer) ? "there is no answer yet" : null;
        }
        catch (Exception exception)
        {
            obstacle = $"your code throws {exception.GetType().Name}: {exception.Message}";
        }
    }

    /// <summary>Sets the largest error of a number, relative, and absolute below 1; 1e-9 when not set.</summary>
    public AnswerCheck<T> Within(double tolerance)
    {
        this.tolerance = tolerance;
        return this;
    }

    /// <summary>Adds a condition that is checked before everything else.</summary>
    public AnswerCheck<T> Needs(Func<T, bool> condition, string hint)
    {
        if (!Holds(condition))
            obstacle ??= hint;
        return this;
    }

    /// <summary>Names a known mistake by the numbers that it gives.</summary>
    public AnswerCheck<T> Mistake(object numbers, string hint) => Mistake(yours => Agree(yours, numbers), hint);

    /// <summary>Names a known mistake by the numbers that it gives in one part of the answer.</summary>
    public AnswerCheck<T> Mistake(Func<T, object?> part, object numbers, string hint) =>
        Mistake(yours => Agree(part(yours), numbers), hint);

    /// <summary>Names a known mistake by a condition on the answer.</summary>
    public AnswerCheck<T> Mistake(Func<T, bool> condition, string hint) => Mistake(condition, _ => hint);

    /// <summary>
    /// Names a known mistake by a condition on the answer, with a hint that says what the answer gives.
    /// </summary>
    public AnswerCheck<T> Mistake(Func<T, bool> condition, Func<T, string> hint)
    {
        if (Holds(condition))
            mistake ??= Text(hint);
        return this;
    }

    /// <summary>Compares one part of the answer, which the verdict names as right or wrong.</summary>
    public AnswerCheck<T> Part(string name, Func<T, object?> part, object expected, string hint)
    {
        string? wrong = Wrong(part, expected, hint);
        (wrong is null ? rightParts : wrongParts).Add(name);
        this.hint ??= wrong;
        return this;
    }

    /// <summary>The verdict on numbers.</summary>
    public string Right(object expected, string praise, string otherwise)
    {
        hint ??= Wrong(yours => yours, expected, otherwise);
        return Verdict(praise);
    }

    /// <summary>The verdict on a condition.</summary>
    public string Right(Func<T, bool> condition, string praise, string otherwise) =>
        Right(condition, _ => praise, _ => otherwise);

    /// <summary>The verdict on a condition, with texts that say what the answer gives.</summary>
    public string Right(Func<T, bool> condition, Func<T, string> praise, Func<T, string> otherwise)
    {
        bool right = Holds(condition);
        if (obstacle is null)
            hint ??= right ? null : Text(otherwise);
        return Verdict(right ? Text(praise) : "");
    }

    /// <summary>The verdict on parts.</summary>
    /// <exception cref="InvalidOperationException">
    /// No part was compared, so that every answer would be right.
    /// </exception>
    public string Right(string praise) => rightParts.Count + wrongParts.Count > 0
        ? Verdict(praise)
        : throw new InvalidOperationException(
            "A verdict needs something to judge: compare a part, numbers or a condition.");

    // The answers of a stub: null, NaN, or a tuple of these.
    private static bool IsEmpty(object? answer) => answer switch
    {
        null or double.NaN => true,
        ITuple tuple => Enumerable.Range(0, tuple.Length).All(i => IsEmpty(tuple[i])),
        _ => false,
    };

    private string Verdict(string praise)
    {
        if (obstacle is not null)
            return $"not yet: {obstacle}";
        string? problem = mistake ?? hint;
        return problem is null ? $"right: {praise}" : $"not yet: {Parts()}{problem}";
    }

    private string Parts() => (rightParts, wrongParts) switch
    {
        ([], []) => "",
        ([], _) => $"wrong: {string.Join(", ", wrongParts)}. ",
        (_, []) => $"right: {string.Join(", ", rightParts)}. ",
        _ => $"right: {string.Join(", ", rightParts)}; wrong: {string.Join(", ", wrongParts)}. ",
    };

    private bool Holds(Func<T, bool> condition)
    {
        try
        {
            return obstacle is null && condition(answer!);
        }
        catch (Exception)
        {
            return false;
        }
    }

    // What the text says of the answer can itself fail on an unusual one.
    private string Text(Func<T, string> text)
    {
        try
        {
            return text(answer!);
        }
        catch (Exception)
        {
            return "look again";
        }
    }

    private bool Agree(object? yours, object expected) => Numbers.Of(yours).Agree(Numbers.Of(expected), tolerance);

    // The hint, unless the numbers agree or there is a plainer message.
    private string? Wrong(Func<T, object?> part, object expected, string hint)
    {
        Numbers right = Numbers.Of(expected);
        Numbers yours = Read(part);
        return yours.Agree(right, tolerance) ? null : yours.Mismatch(right) ?? hint;
    }

    private Numbers Read(Func<T, object?> part)
    {
        try
        {
            return Numbers.Of(obstacle is null ? part(answer!) : null);
        }
        catch (Exception)
        {
            return Numbers.None;
        }
    }
}
