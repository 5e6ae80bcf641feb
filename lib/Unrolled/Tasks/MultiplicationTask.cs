
namespace Unrolled;

/// <summary>
/// The multiplication task (Hochreiter and Schmidhuber 1997, experiment 5): as <see cref="Adding1997Task"/>, but
/// numbers are from U[0, 1), the number of a marked first pair is taken as 1, and the target is X1 · X2.
/// <para>
/// Inputs [T, 2]: the number, the mark. Target at the last step. Baseline: the mean, (1 + P)/4, has the mean squared
/// error (1 + 2P)/9 − ((1 + P)/4)², where P = 1/10 + (9/10)/(T/2 − 1) is how often the first pair is marked. In the
/// paper training stops when fewer than 140, or 13, of the last 2,000 sequences are not
/// <see cref="IsRight">right</see>.
/// </para>
/// </summary>
/// <param name="shortestLength">T, at least 20; 100 in the paper.</param>
/// <exception cref="ArgumentOutOfRangeException">T is less than 20.</exception>
public sealed class MultiplicationTask(int shortestLength) : ITask<ValueExample>
{
    /// <summary>T … T + T/10.</summary>
    public LengthRange Lengths { get; } =
        LengthRange.TenthMore(Require.AtLeast(shortestLength, MarkedPairs.ShortestLength));

    /// <inheritdoc/>
    public string Name => $"Multiplication, {Lengths}";

    /// <inheritdoc/>
    public int InputSize => 2;

    /// <inheritdoc/>
    public int OutputSize => 1;

    /// <inheritdoc/>
    public Baseline Baseline
    {
        get
        {
            var (x1, x2) = MarkedPairs.FirstPairMarked(Lengths);
            double p = x1 + x2;
            double mean = (1 + p) / 4;
            return new Baseline(
                ScoreMeasure.MeanSquaredError, (1 + 2 * p) / 9 - mean * mean, "always the mean, (1 + P)/4");
        }
    }

    /// <summary>Whether an output counts as right: |output − target| &lt; .04.</summary>
    /// <param name="output">The output at the last step.</param>
    /// <param name="target">The target there.</param>
    public static bool IsRight(double output, double target) => Adding1997Task.IsRight(output, target);

    /// <inheritdoc/>
    public ValueExample Draw(Random random)
    {
        var pairs = MarkedPairs.Draw(Lengths, source => source.NextDouble(), numberOfTheFirst: 1, random);
        return ValueExample.AtLastStep(pairs.Inputs, pairs.X1 * pairs.X2);
    }
}
