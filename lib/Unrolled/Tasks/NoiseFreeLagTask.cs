
namespace Unrolled;

/// <summary>
/// A long lag without noise (Hochreiter and Schmidhuber 1997, experiment 2a): the sequence is (y, a1, …, a(p−1), y) or
/// (x, a1, …, a(p−1), x), each half of the time, and every next symbol is to be predicted. Only the last needs memory,
/// of p steps.
/// <para>
/// The inputs are all symbols but the last, [p, p + 1], one-hot: a1 … a(p−1) are 0 … p − 2, x is p − 1, y is p. Targets
/// [p]: the next symbol. In the paper every step is a target step; in the modern variant (the default here) only the
/// last. Baseline: x or y at the last step by chance, .5; at every step (p − .5)/p, as all else is always the same.
/// </para>
/// </summary>
/// <param name="delay">p, at least 2; 4, 10 and 100 in the paper.</param>
/// <param name="everyStep">Whether every step is a target step, as in the paper, or the last only.</param>
/// <exception cref="ArgumentOutOfRangeException">The delay is less than 2.</exception>
public sealed class NoiseFreeLagTask(int delay, bool everyStep = false) : ITask<ClassExample>
{
    /// <summary>p.</summary>
    public int Delay { get; } = Require.AtLeast(delay, 2);

    /// <summary>Whether every step is a target step.</summary>
    public bool EveryStep { get; } = everyStep;

    /// <inheritdoc/>
    public string Name => $"Noise-free lag, p = {Delay}{(EveryStep ? ", every step" : "")}";

    /// <inheritdoc/>
    public int InputSize => Delay + 1;

    /// <inheritdoc/>
    public int OutputSize => Delay + 1;

    /// <inheritdoc/>
    public Baseline Baseline => EveryStep
        ? new Baseline(
            ScoreMeasure.Accuracy, (Delay - .5) / Delay, "the symbol that always stands there; x or y at the end")
        : new Baseline(ScoreMeasure.Accuracy, .5, "x or y");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        int ends = Delay - 1 + random.Next(2);
        double[][] inputs = OneHot.Of(Enumerable.Range(0, Delay - 1).Prepend(ends), InputSize);
        int Next(int t) => t == Delay - 1 ? ends : t;
        return ClassExample.Where(inputs, t => EveryStep || t == Delay - 1 ? Next(t) : null);
    }
}
