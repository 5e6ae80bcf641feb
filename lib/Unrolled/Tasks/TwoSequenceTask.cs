
namespace Unrolled;

/// <summary>
/// The two-sequence or latch task (Bengio, Simard and Frasconi 1994; Hochreiter and Schmidhuber 1997, experiments 3a
/// and 3b): the first N numbers are all 1 or all −1, the rest is Gaussian noise of mean 0 and variance .2 on the same
/// line. The target at the end is which of the two it was. With <see cref="NoisyStart"/>, 3b, the noise is added to the
/// first N too.
/// <para>
/// Inputs [T, 1]. Target at the last step: class 1 for 1, class 0 for −1. Baseline: either class, .5. In the paper
/// lengths go from T to T + T/10 (<see cref="LengthRange.TenthMore"/>), N is 1 or 3, and a sequence is right if the
/// error of the one output unit is below .2; modern measurements use the one length T.
/// </para>
/// </summary>
/// <param name="lengths">T, at least N.</param>
/// <param name="informative">N, at least 1.</param>
/// <param name="noisyStart">Whether the first N carry noise: 3b.</param>
/// <exception cref="ArgumentOutOfRangeException">N is not positive, or a sequence could be shorter than N.</exception>
public sealed class TwoSequenceTask(LengthRange lengths, int informative = 1, bool noisyStart = false)
    : ITask<ClassExample>
{
    /// <summary>The variance of the noise.</summary>
    public const double NoiseVariance = .2;

    private static readonly double Deviation = Math.Sqrt(NoiseVariance);

    /// <summary>N, the number of steps that say the class.</summary>
    public int Informative { get; } = Require.AtLeast(informative, 1);

    /// <summary>T.</summary>
    public LengthRange Lengths { get; } = Require.AtLeast(lengths, informative);

    /// <summary>Whether the first N carry noise.</summary>
    public bool NoisyStart { get; } = noisyStart;

    /// <inheritdoc/>
    public string Name => $"Two sequences, N = {Informative}{(NoisyStart ? " noisy" : "")}, {Lengths}";

    /// <inheritdoc/>
    public int InputSize => 1;

    /// <inheritdoc/>
    public int OutputSize => 2;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.Accuracy, .5, "either class");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        int @class = random.Next(2);
        double[][] inputs = new double[Lengths.Draw(random)][];
        for (int t = 0; t < inputs.Length; t++)
        {
            double noise = t < Informative && !NoisyStart ? 0 : Gaussian.Draw(Deviation, random);
            inputs[t] = [t < Informative ? 2 * @class - 1 + noise : noise];
        }

        return ClassExample.AtLastStep(inputs, @class);
    }
}
