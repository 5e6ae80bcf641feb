
namespace Unrolled;

/// <summary>
/// The adding task in its modern form, as in Arjovsky, Shah and Bengio 2016: every step has a number from U[0, 1) and a
/// mark, which is 1 at one step of the first half, 1 at one step of the second and 0 elsewhere. The target at the end
/// is the sum of the two marked numbers. The form of 1997 is <see cref="Adding1997Task"/>.
/// <para>
/// Inputs [T, 2]: the number, the mark. Target at the last step: the sum. Baseline: the mean, 1, has the mean squared
/// error 2 · 1/12 = 1/6. Invariant: steps 0 … ⌊T/2⌋ − 1 have one mark, the others one.
/// </para>
/// </summary>
/// <param name="lengths">T, at least 2.</param>
/// <exception cref="ArgumentOutOfRangeException">A sequence could be shorter than 2 steps.</exception>
public sealed class AddingTask(LengthRange lengths) : ITask<ValueExample>
{
    /// <summary>T.</summary>
    public LengthRange Lengths { get; } = Require.AtLeast(lengths, 2);

    /// <inheritdoc/>
    public string Name => $"Adding, {Lengths}";

    /// <inheritdoc/>
    public int InputSize => 2;

    /// <inheritdoc/>
    public int OutputSize => 1;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.MeanSquaredError, 1.0 / 6, "always the mean, 1");

    /// <inheritdoc/>
    public ValueExample Draw(Random random)
    {
        int length = Lengths.Draw(random);
        int first = random.Next(0, length / 2);
        int second = random.Next(length / 2, length);
        double[][] inputs = new double[length][];
        for (int t = 0; t < length; t++)
            inputs[t] = [random.NextDouble(), t == first || t == second ? 1 : 0];
        return ValueExample.AtLastStep(inputs, inputs[first][0] + inputs[second][0]);
    }
}
