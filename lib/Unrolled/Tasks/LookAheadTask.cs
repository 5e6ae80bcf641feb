
namespace Unrolled;

/// <summary>
/// The bit that comes k steps later: y(t) = x(t + k), of random bits. A network that only reads forwards can only
/// guess; a bidirectional network needs its backward half alone.
/// <para>
/// Inputs [T, 1]: 0 or 1. Targets [T]: class x(t + k); the last k steps are masked. Baseline: either class, .5.
/// </para>
/// </summary>
/// <param name="length">T, more than k.</param>
/// <param name="steps">k, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">k is not positive, or T is not more than k.</exception>
public sealed class LookAheadTask(int length, int steps = 3) : ITask<ClassExample>
{
    /// <summary>k.</summary>
    public int Steps { get; } = Require.AtLeast(steps, 1);

    /// <summary>T.</summary>
    public int Length { get; } = Require.AtLeast(length, steps + 1);

    /// <inheritdoc/>
    public string Name => $"Look ahead, k = {Steps}, T = {Length}";

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
        return ClassExample.Where(Bits.AsInputs(bits), t => t + Steps < Length ? bits[t + Steps] : null);
    }
}
