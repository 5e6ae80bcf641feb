
namespace Unrolled;

/// <summary>
/// Past and future at once: y(t) = x(t − k) ⊕ x(t + k), of random bits. One bidirectional layer with linear output
/// units has the logit a(past) + b(future), which is right for at most three of the four patterns; two layers are
/// enough.
/// <para>
/// Inputs [T, 1]: 0 or 1. Targets [T]: class y(t) for k ≤ t &lt; T − k; the other steps are masked. Baseline: either
/// class, .5.
/// </para>
/// </summary>
/// <param name="length">T, more than 2k.</param>
/// <param name="steps">k, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">k is not positive, or T is not more than 2k.</exception>
public sealed class PastXorFutureTask(int length, int steps = 1) : ITask<ClassExample>
{
    /// <summary>k.</summary>
    public int Steps { get; } = Require.AtLeast(steps, 1);

    /// <summary>T.</summary>
    public int Length { get; } = Require.AtLeast(length, 2 * steps + 1);

    /// <inheritdoc/>
    public string Name => $"Past XOR future, k = {Steps}, T = {Length}";

    /// <inheritdoc/>
    public int InputSize => 1;

    /// <inheritdoc/>
    public int OutputSize => 2;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.Accuracy, .5, "either class");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        int[] bits = Bits.Draw(Length, random);
        return ClassExample.Where(
            Bits.AsInputs(bits),
            t => t >= Steps && t < Length - Steps ? bits[t - Steps] ^ bits[t + Steps] : null);
    }
}
