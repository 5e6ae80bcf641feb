
namespace Unrolled;

/// <summary>
/// A very long lag full of distractors (Hochreiter and Schmidhuber 1997, experiment 2c): b, then x or y, then q + k
/// distractors drawn from a1 … ap, then the trigger e, whose target is the x or y of the beginning. k has
/// P(k) = (9/10)^k / 10, so that the end cannot be found by counting.
/// <para>
/// A sequence of the paper, its last symbol included, is 4 + q + E[k] = q + 13 long on average; the paper writes this
/// sum and gives q + 14. It lets distractors go up to a_q, but its table 3, where p and q differ, needs a_p.
/// </para>
/// <para>
/// Inputs [q + k + 3, p + 4]: one-hot, a1 … ap are 0 … p − 1, then e, b, x, y, as in the paper. Target at the last
/// step, e: class 0 for x, 1 for y. Baseline: either class, .5. In the paper a sequence is right if both outputs'
/// errors are below .2.
/// </para>
/// </summary>
/// <param name="shortestLag">q, at least 0; 50 … 1,000 in the paper.</param>
/// <param name="distractors">p, at least 1; 50 … 1,000 in the paper.</param>
/// <exception cref="ArgumentOutOfRangeException">q is negative or p is not positive.</exception>
public sealed class DistractedLagTask(int shortestLag, int distractors) : ITask<ClassExample>
{
    /// <summary>q, the smallest number of distractors in a sequence.</summary>
    public int ShortestLag { get; } = Require.AtLeast(shortestLag, 0);

    /// <summary>p, the number of different distractors.</summary>
    public int Distractors { get; } = Require.AtLeast(distractors, 1);

    /// <inheritdoc/>
    public string Name => $"Distracted lag, q = {ShortestLag}, p = {Distractors}";

    /// <inheritdoc/>
    public int InputSize => Distractors + 4;

    /// <inheritdoc/>
    public int OutputSize => 2;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.Accuracy, .5, "x or y");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        var (e, b, x) = (Distractors, Distractors + 1, Distractors + 2);
        int @class = random.Next(2);
        List<int> symbols = [b, x + @class];
        for (int i = 0; i < ShortestLag || random.Next(10) > 0; i++)
            symbols.Add(random.Next(Distractors));
        symbols.Add(e);
        return ClassExample.AtLastStep(OneHot.Of(symbols, InputSize), @class);
    }
}
