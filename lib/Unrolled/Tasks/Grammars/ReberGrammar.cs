using Unrolled.Tasks.Foundations;

namespace Unrolled.Tasks.Grammars;

/// <summary>
/// The grammars of Reber 1967, in the forms that Hochreiter and Schmidhuber 1997 (figure 3 and 4) and Gers,
/// Schmidhuber and Cummins 2000 train on.
/// <code>
/// 0 –B→ 1    1 –T→ 2    2 –S→ 2    3 –T→ 3    4 –X→ 3    5 –P→ 4    6 –E→ 7
///            1 –P→ 3    2 –X→ 4    3 –V→ 5    4 –S→ 6    5 –V→ 6
/// </code>
/// </summary>
public static class ReberGrammar
{
    /// <summary>The symbols, in the order of the features and classes.</summary>
    public const string Alphabet = "BTPSXVE";

    private const int States = 8;

    private static readonly Transition[] Steps =
    [
        new(0, 'B', 1),
        new(1, 'T', 2), new(1, 'P', 3),
        new(2, 'S', 2), new(2, 'X', 4),
        new(3, 'T', 3), new(3, 'V', 5),
        new(4, 'X', 3), new(4, 'S', 6),
        new(5, 'P', 4), new(5, 'V', 6),
        new(6, 'E', 7),
    ];

    /// <summary>The grammar itself: seven states and the end.</summary>
    public static FiniteAutomaton Plain { get; } = new(Alphabet, start: 0, end: States - 1, Steps);

    /// <summary>
    /// B, then T or P, then a string of the plain grammar, then the same T or P again, then E. Only that last T or P
    /// needs more memory than the plain grammar: it is the long lag.
    /// </summary>
    public static FiniteAutomaton Embedded { get; } = Embed();

    /// <summary>Strings of the embedded grammar one after the other: the end is the start (Gers et al. 2000).</summary>
    public static FiniteAutomaton ContinualEmbedded { get; } = Embedded.Joined();

    /// <summary>
    /// The places t of an embedded string, or of a stream of such strings, after which the T or P of its beginning has
    /// to be said again.
    /// </summary>
    /// <param name="text">A string or stream, or its beginning.</param>
    /// <exception cref="ArgumentException">A symbol is not legal where it stands.</exception>
    public static IEnumerable<int> RecallSteps(string text) => ContinualEmbedded.LegalAfterEach(text)
        .Select((legal, t) => (legal, t)).Where(after => after.legal is "T" or "P").Select(after => after.t);

    /// <summary>
    /// The text of an example of Reber strings: its inputs, then its last target. What a grammar's
    /// <see cref="FiniteAutomaton.LegalAfterEach"/> says of it at t may stand as Targets[t].
    /// </summary>
    /// <param name="example">
    /// One that <see cref="Reber"/>, <see cref="EmbeddedReber"/> or <see cref="ContinualReber"/> drew.
    /// </param>
    public static string TextOf(ClassExample example) => string.Concat(
        example.Inputs.Select(input => Alphabet[Array.IndexOf(input, 1)]).Append(Alphabet[example.Targets[^1]]));

    /// <summary>A text as an example: every symbol but the last is read, and every next one is to be said.</summary>
    internal static ClassExample NextSymbols(string text)
    {
        int[] symbols = [.. text.Select(symbol => Alphabet.IndexOf(symbol))];
        return ClassExample.AtEveryStep(OneHot.Of(symbols.SkipLast(1), Alphabet.Length), symbols[1..]);
    }

    /// <summary>How often the most frequent symbol stands among all but the first of a string.</summary>
    internal static double MostFrequentShare(FiniteAutomaton grammar, bool withoutFirst)
    {
        double[] counts = [.. grammar.ExpectedCounts()];
        if (withoutFirst)
            counts[Alphabet.IndexOf('B')]--;
        return counts.Max() / counts.Sum();
    }

    // 0 –B→ 1, a copy of the plain grammar from 2 for T and one from 10 for P, 18 –E→ 19.
    private static FiniteAutomaton Embed()
    {
        int afterT = 2, afterP = afterT + States, closing = afterP + States;
        IEnumerable<Transition> Inside(int begin, char symbol) =>
        [
            new(1, symbol, begin),
            .. Steps.Select(step => step with { From = step.From + begin, To = step.To + begin }),
            new(begin + States - 1, symbol, closing),
        ];
        return new FiniteAutomaton(
            Alphabet,
            start: 0,
            end: closing + 1,
            [new(0, 'B', 1), .. Inside(afterT, 'T'), .. Inside(afterP, 'P'), new(closing, 'E', closing + 1)]);
    }
}
