
namespace Unrolled;

/// <summary>
/// Temporal order (Hochreiter and Schmidhuber 1997, experiments 6a and 6b): a sequence begins with E and ends with B;
/// between them are letters drawn from a, b, c, d, except at two (6a) or three (6b) steps, which hold X or Y. The
/// target at the end is which of them, in which order: 4 classes or 8, equally likely.
/// <para>
/// With T = 100 steps, counted from 0 at E, the marks are at steps drawn from 10 … 20 and 50 … 60 (6a), or from
/// 10 … 20, 33 … 43 and 66 … 76 (6b), and lengths go from T to T + T/10. The shorter modern variant keeps the shares
/// of T, rounded down (T = 50: 5 … 10 and 25 … 30), and gives every sequence the one length T, so that batches need no
/// padding. It is what a plain T makes here; the paper's is <c>LengthRange.TenthMore(100)</c>.
/// </para>
/// <para>
/// Inputs [T, 8]: one-hot, in the order of <see cref="Symbols"/>. Target at the last step: the marks read as a binary
/// number, X = 0 and Y = 1, the first mark first; the paper's Q, R, S, U (, V, A, B, C) in this order. Baseline: any
/// class, 1/4 or 1/8. The paper counts a sequence as right if every output unit's error is below .3.
/// </para>
/// <para>
/// <see cref="FirstOfTwoMarks"/> is a control of this series: the sequences of 6a, of which only the first mark is
/// asked for, so that knowing the second is no step towards the answer. Baseline: 1/2.
/// </para>
/// </summary>
public sealed class TemporalOrderTask : ITask<ClassExample>
{
    /// <summary>The symbols, in the order of the features.</summary>
    public const string Symbols = "EBabcdXY";

    /// <summary>The shortest T: below it a mark could fall on another, on E or on B.</summary>
    public const int ShortestLength = 10;

    private const string Distractors = "abcd";
    private const string MarkSymbols = "XY";

    private readonly (int First, int Last)[] windowsOfHundred;
    private readonly int asked;

    private TemporalOrderTask(LengthRange lengths, (int First, int Last)[] windowsOfHundred, int asked)
    {
        Lengths = Require.AtLeast(lengths, ShortestLength);
        (this.windowsOfHundred, this.asked) = (windowsOfHundred, asked);
    }

    /// <summary>T.</summary>
    public LengthRange Lengths { get; }

    /// <summary>The number of marks, 2 or 3.</summary>
    public int Marks => windowsOfHundred.Length;

    /// <summary>The steps among which each mark is drawn, both ends included, counted from 0.</summary>
    public IReadOnlyList<(int First, int Last)> Windows =>
        [.. windowsOfHundred.Select(window => (Share(window.First), Share(window.Last)))];

    /// <inheritdoc/>
    public string Name => asked < Marks
        ? $"First of {Marks} marks, {Lengths}"
        : $"Temporal order, {Marks} marks, {Lengths}";

    /// <inheritdoc/>
    public int InputSize => Symbols.Length;

    /// <inheritdoc/>
    public int OutputSize => 1 << asked;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.Accuracy, 1.0 / OutputSize, "any class");

    /// <summary>Two marks, four classes: 6a.</summary>
    /// <param name="lengths">T, at least 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sequence could be shorter than 10 steps.</exception>
    public static TemporalOrderTask TwoMarks(LengthRange lengths) => new(lengths, [(10, 20), (50, 60)], asked: 2);

    /// <summary>The sequences of two marks, of which the first alone is asked for: two classes.</summary>
    /// <param name="lengths">T, at least 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sequence could be shorter than 10 steps.</exception>
    public static TemporalOrderTask FirstOfTwoMarks(LengthRange lengths) =>
        new(lengths, [(10, 20), (50, 60)], asked: 1);

    /// <summary>Three marks, eight classes: 6b.</summary>
    /// <param name="lengths">T, at least 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sequence could be shorter than 10 steps.</exception>
    public static TemporalOrderTask ThreeMarks(LengthRange lengths) =>
        new(lengths, [(10, 20), (33, 43), (66, 76)], asked: 3);

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        char[] text = new char[Lengths.Draw(random)];
        for (int t = 1; t < text.Length - 1; t++)
            text[t] = Distractors[random.Next(Distractors.Length)];
        (text[0], text[^1]) = ('E', 'B');

        int order = 0;
        foreach (var (index, (first, last)) in Windows.Index())
        {
            int mark = random.Next(MarkSymbols.Length);
            text[random.Next(first, last + 1)] = MarkSymbols[mark];
            if (index < asked)
                order = 2 * order + mark;
        }

        var symbols = text.Select(symbol => Symbols.IndexOf(symbol));
        return ClassExample.AtLastStep(OneHot.Of(symbols, Symbols.Length), order);
    }

    private int Share(int hundredths) => hundredths * Lengths.Shortest / 100;
}
