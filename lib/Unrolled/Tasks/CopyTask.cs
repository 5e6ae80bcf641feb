
namespace Unrolled;

/// <summary>
/// The copy task, as in Arjovsky, Shah and Bengio 2016: S symbols out of A, T − 1 blanks, a go mark, S blanks, T + 2S
/// steps in all. The targets of the last S steps are the symbols in their order; those of earlier steps are blanks.
/// <para>
/// Inputs [T + 2S, A + 2]: one-hot, symbols 0 … A − 1, the blank is A, go is A + 1. Targets [T + 2S]: symbols, or the
/// blank A; every step is a target step. Baseline: blanks, then all symbols alike, has the cross-entropy S ln A/(T +
/// 2S) a step. The paper has S = 10 and A = 8.
/// </para>
/// </summary>
/// <param name="delay">T, at least 1.</param>
/// <param name="count">S, at least 1.</param>
/// <param name="symbols">A, at least 2.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is too small; the message says which.</exception>
public sealed class CopyTask(int delay, int count = 10, int symbols = 8) : ITask<ClassExample>
{
    /// <summary>T, from the last symbol to the first answer.</summary>
    public int Delay { get; } = Require.AtLeast(delay, 1);

    /// <summary>S, the number of symbols to copy.</summary>
    public int Count { get; } = Require.AtLeast(count, 1);

    /// <summary>A, the number of different symbols.</summary>
    public int Symbols { get; } = Require.AtLeast(symbols, 2);

    /// <summary>The blank's number, A.</summary>
    public int Blank => Symbols;

    /// <summary>The go mark's number, A + 1; it is never a target.</summary>
    public int Go => Symbols + 1;

    /// <summary>The number of steps, T + 2S.</summary>
    public int Length => Delay + 2 * Count;

    /// <inheritdoc/>
    public string Name => $"Copy, T = {Delay}, S = {Count}, A = {Symbols}";

    /// <inheritdoc/>
    public int InputSize => Symbols + 2;

    /// <inheritdoc/>
    public int OutputSize => Symbols + 1;

    /// <inheritdoc/>
    public Baseline Baseline => new(
        ScoreMeasure.CrossEntropy, Count * Math.Log(Symbols) / Length,
        "blanks, then every symbol with probability 1/A");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        int[] inputs = [.. Enumerable.Repeat(Blank, Length)];
        int[] targets = [.. Enumerable.Repeat(Blank, Length)];
        for (int i = 0; i < Count; i++)
            inputs[i] = targets[Delay + Count + i] = random.Next(Symbols);
        inputs[Count + Delay - 1] = Go;
        return ClassExample.AtEveryStep(OneHot.Of(inputs, InputSize), targets);
    }
}
