
namespace Unrolled;

/// <summary>
/// The grammars of Reber 1967, in the forms that Hochreiter and Schmidhuber 1997 (experiment 1) and Gers, Schmidhuber
/// and Cummins 2000 train on.
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
    /// The places t of an embedded string, or of a stream of such strings, after which the T or P of its beginning is
    /// the target.
    /// </summary>
    /// <param name="text">A string or stream, or its beginning.</param>
    /// <exception cref="ArgumentException">A symbol is not legal at its place.</exception>
    public static IEnumerable<int> RecallSteps(string text) => ContinualEmbedded.LegalAfterEach(text)
        .Select((legal, t) => (legal, t)).Where(after => after.legal is "T" or "P").Select(after => after.t);

    /// <summary>
    /// The text of an example of Reber strings: its inputs, then its last target. What a grammar's
    /// <see cref="FiniteAutomaton.LegalAfterEach"/> gives for it at t may be Targets[t].
    /// </summary>
    /// <param name="example">
    /// One that <see cref="ReberTask"/>, <see cref="EmbeddedReberTask"/> or <see cref="ContinualReberTask"/> drew.
    /// </param>
    public static string TextOf(ClassExample example) => string.Concat(
        example.Inputs.Select(input => Alphabet[Array.IndexOf(input, 1)]).Append(Alphabet[example.Targets[^1]]));

    /// <summary>
    /// Whether outputs predict the next symbol as well as can be: every legal one is more active than every other. In
    /// the paper of 1997 a run is successful if that holds at every step of every string.
    /// </summary>
    /// <param name="outputs">The outputs of one step, such as logits, in the alphabet's order, [7].</param>
    /// <param name="legal">The legal symbols there, at least one.</param>
    /// <exception cref="ArgumentException">There are not seven outputs, or no symbol is legal.</exception>
    public static bool IsRight(IReadOnlyList<double> outputs, string legal)
    {
        if (outputs.Count != Alphabet.Length)
            throw new ArgumentException(
                $"outputs has shape [{outputs.Count}]; expected [{Alphabet.Length}].", nameof(outputs));
        if (legal.Length == 0)
            throw new ArgumentException("legal is empty; expected at least one symbol.", nameof(legal));
        var (allowed, others) = (Outputs(symbol => legal.Contains(symbol)), Outputs(symbol => !legal.Contains(symbol)));
        return allowed.All(active => others.All(other => active > other));

        IEnumerable<double> Outputs(Func<char, bool> chosen) =>
            outputs.Where((_, i) => chosen(Alphabet[i]));
    }

    /// <summary>A text as an example: every symbol but the last is read, and every next one is a target.</summary>
    internal static ClassExample NextSymbols(string text)
    {
        int[] symbols = [.. text.Select(symbol => Alphabet.IndexOf(symbol))];
        return ClassExample.AtEveryStep(OneHot.Of(symbols.SkipLast(1), Alphabet.Length), symbols[1..]);
    }

    /// <summary>The frequency of the most frequent symbol among all but the first of a string.</summary>
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
