
namespace Unrolled;

/// <summary>
/// The adding task as it was posed (Hochreiter and Schmidhuber 1997, experiment 4): numbers from U[−1, 1), T … T + T/10
/// pairs of a number and a mark. One of the first ten pairs is marked, its number is X1; then one of the first T/2 − 1
/// still unmarked pairs, its number is X2. The mark is 1 there, −1 at the first pair and the last, 0 elsewhere. The
/// target is .5 + (X1 + X2)/4. The modern form is <see cref="AddingTask"/>.
/// <para>
/// If the first pair is marked, the paper sets X1 to 0; here that holds for X2 too, and the first pair keeps its −1,
/// so that the target always follows from the inputs.
/// </para>
/// <para>
/// Inputs [T, 2]: the number, the mark. Target at the last step. Baseline: the mean, .5, has the mean squared error
/// (1/48)(2 − P), where P = 1/10 + (9/10)/(T/2 − 1) is how often the first pair is marked. Solved in the paper: the
/// mean error is below .01 and the last 2,000 sequences are all <see cref="IsRight">right</see>.
/// </para>
/// </summary>
/// <param name="shortestLength">T, at least 20; 100, 500 and 1,000 in the paper.</param>
/// <exception cref="ArgumentOutOfRangeException">T is less than 20.</exception>
public sealed class Adding1997Task(int shortestLength) : ITask<ValueExample>
{
    /// <summary>A sequence is right if its error is smaller than this.</summary>
    public const double Tolerance = .04;

    /// <summary>T … T + T/10.</summary>
    public LengthRange Lengths { get; } =
        LengthRange.TenthMore(Require.AtLeast(shortestLength, MarkedPairs.ShortestLength));

    /// <inheritdoc/>
    public string Name => $"Adding of 1997, {Lengths}";

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
            return new Baseline(ScoreMeasure.MeanSquaredError, (2 - x1 - x2) / 48, "always the mean, .5");
        }
    }

    /// <summary>Whether an output counts as right: |output − target| &lt; .04.</summary>
    /// <param name="output">The output at the last step.</param>
    /// <param name="target">The target there.</param>
    public static bool IsRight(double output, double target) => Math.Abs(output - target) < Tolerance;

    /// <inheritdoc/>
    public ValueExample Draw(Random random)
    {
        var pairs = MarkedPairs.Draw(Lengths, source => 2 * source.NextDouble() - 1, numberOfTheFirst: 0, random);
        return ValueExample.AtLastStep(pairs.Inputs, .5 + (pairs.X1 + pairs.X2) / 4);
    }
}
