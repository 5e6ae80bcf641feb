
namespace Unrolled;

/// <summary>
/// The sum since the last mark: every step has a number from U[−1, 1) and a mark, which is 1 at a step with a given
/// probability and else 0. The target at every step is the sum of the numbers from the last mark on, its own included;
/// before the first mark, from the first step on. A mark says: forget what was, and begin again with this number.
/// <para>
/// Inputs [T, 2]: the number, the mark. Targets [T, 1]. Baseline: the mean, 0. At step t (from 1) there are j addends
/// or more with probability (1 − p)^(j−1), for j up to t, and each has the variance 1/3, so that the mean squared error
/// is the mean over t of 1/3 · Σ (1 − p)^(j−1), j = 1 … t.
/// </para>
/// </summary>
public sealed class SumSinceMarkTask : ITask<ValueExample>
{
    private readonly double markProbability;

    /// <summary>The task with sequences of a length.</summary>
    /// <param name="length">T, at least 1.</param>
    /// <param name="markProbability">The probability of a mark at each step but the first, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public SumSinceMarkTask(int length, double markProbability = .2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (!(markProbability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(markProbability), markProbability, $"markProbability is {markProbability}; expected 0 to 1.");
        Length = length;
        this.markProbability = markProbability;
    }

    /// <summary>T.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public string Name => $"Sum since the last mark, T = {Length}";

    /// <inheritdoc/>
    public int InputSize => 2;

    /// <inheritdoc/>
    public int OutputSize => 1;

    /// <inheritdoc/>
    public Baseline Baseline
    {
        get
        {
            double addends = 0, sum = 0, still = 1;
            for (int t = 0; t < Length; t++)
            {
                addends += still;
                still *= 1 - markProbability;
                sum += addends;
            }

            return new(ScoreMeasure.MeanSquaredError, sum / (3 * Length), "always the mean, 0");
        }
    }

    /// <inheritdoc/>
    public ValueExample Draw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double[][] inputs = new double[Length][], targets = new double[Length][];
        double sum = 0;
        for (int t = 0; t < Length; t++)
        {
            bool mark = t > 0 && random.NextDouble() < markProbability;
            double number = 2 * random.NextDouble() - 1;
            sum = mark ? number : sum + number;
            (inputs[t], targets[t]) = ([number, mark ? 1 : 0], [sum]);
        }

        return ValueExample.AtEveryStep(inputs, targets);
    }
}
