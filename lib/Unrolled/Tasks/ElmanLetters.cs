
namespace Unrolled;

/// <summary>
/// Letters in made-up words (Elman 1990): consonants are drawn at random from b, d and g, and each is followed by its
/// own vowels: ba, dii, guuu. The task is to predict every next letter's code. The vowels follow from what has been
/// read, and so does their number; the next consonant is random, but its place is not.
/// <para>Invariant: <see cref="Text"/> is a chain of ba, dii and guuu, and the same seed gives the same text.</para>
/// </summary>
public sealed class ElmanLetters
{
    private static readonly Dictionary<char, double[]> Codes = new()
    {
        ['b'] = [1, 0, 1, 0, 0, 1],
        ['d'] = [1, 0, 1, 1, 0, 1],
        ['g'] = [1, 0, 1, 0, 1, 1],
        ['a'] = [0, 1, 0, 0, 1, 1],
        ['i'] = [0, 1, 0, 1, 0, 1],
        ['u'] = [0, 1, 0, 1, 1, 1],
    };

    private static readonly string[] Syllables = ["ba", "dii", "guuu"];

    private ElmanLetters(string text) => Text = text;

    /// <summary>The meaning of each of the six bits of a code.</summary>
    public static IReadOnlyList<string> Features { get; } =
        ["Consonant", "Vowel", "Interrupted", "High", "Back", "Voiced"];

    /// <summary>The letters.</summary>
    public string Text { get; }

    /// <summary>The inputs: the code of every letter but the last, [time, 6].</summary>
    public IEnumerable<IReadOnlyList<double>> Inputs => Text.SkipLast(1).Select(CodeOf);

    /// <summary>The targets: the code of every letter but the first. Targets[t] follows Inputs[t].</summary>
    public IEnumerable<IReadOnlyList<double>> Targets => Text.Skip(1).Select(CodeOf);

    /// <summary>The text as an example, [letters − 1, 6], with a target at every step.</summary>
    public ValueExample ToExample() => ValueExample.AtEveryStep(Rows(Inputs), Rows(Targets));

    /// <summary>Draws a text.</summary>
    /// <param name="consonantCount">The number of consonants; 1,000 in the paper.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public static ElmanLetters Generate(int consonantCount, Random random)
    {
        if (consonantCount <= 0)
            throw new ArgumentOutOfRangeException(
                nameof(consonantCount), consonantCount, $"consonantCount is {consonantCount}; expected at least 1.");
        return new ElmanLetters(string.Concat(
            Enumerable.Range(0, consonantCount).Select(_ => Syllables[random.Next(Syllables.Length)])));
    }

    /// <summary>The six bits of a letter, as in table 1 of the paper.</summary>
    /// <exception cref="ArgumentException">The letter is none of b, d, g, a, i, u.</exception>
    public static IReadOnlyList<double> CodeOf(char letter) => Codes.TryGetValue(letter, out double[]? code)
        ? code
        : throw new ArgumentException($"letter is '{letter}'; expected one of b, d, g, a, i, u.", nameof(letter));

    /// <summary>Whether a letter is a vowel.</summary>
    public static bool IsVowel(char letter) => CodeOf(letter)[1] == 1;

    private static double[][] Rows(IEnumerable<IReadOnlyList<double>> codes) =>
        [.. codes.Select(code => code.ToArray())];
}
