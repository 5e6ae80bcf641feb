
namespace Unrolled;

/// <summary>
/// The echo of the symbol of k steps ago: y(t) = x(t − k), of random symbols. It needs a memory of exactly k symbols,
/// or a perceptron with a window of at least k + 1 steps.
/// <para>
/// Inputs [T, A]: one-hot. Targets [T]: class x(t − k); the first k steps are masked. Baseline: any symbol, 1/A.
/// </para>
/// </summary>
/// <param name="length">T, more than k.</param>
/// <param name="steps">k, at least 0.</param>
/// <param name="symbols">A, at least 2.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is too small; the message says which.</exception>
public sealed class EchoTask(int length, int steps, int symbols = 2) : ITask<ClassExample>
{
    /// <summary>k.</summary>
    public int Steps { get; } = Require.AtLeast(steps, 0);

    /// <summary>T.</summary>
    public int Length { get; } = Require.AtLeast(length, steps + 1);

    /// <summary>A, the number of different symbols.</summary>
    public int Symbols { get; } = Require.AtLeast(symbols, 2);

    /// <inheritdoc/>
    public string Name => $"Recall, k = {Steps}, A = {Symbols}, T = {Length}";

    /// <inheritdoc/>
    public int InputSize => Symbols;

    /// <inheritdoc/>
    public int OutputSize => Symbols;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.Accuracy, 1.0 / Symbols, "any symbol");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        int[] symbols = new int[Length];
        for (int t = 0; t < Length; t++)
            symbols[t] = random.Next(Symbols);
        return ClassExample.Where(OneHot.Of(symbols, Symbols), t => t >= Steps ? symbols[t - Steps] : null);
    }
}
