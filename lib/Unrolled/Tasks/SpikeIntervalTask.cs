
namespace Unrolled;

/// <summary>
/// The time between two spikes (after Gers, Schraudolph and Schmidhuber 2002, Learning Precise Timing with
/// LSTM Recurrent Networks, where intervals of 49 and 50 steps are told apart): the second spike comes F or F + 1 steps
/// after the first, and the target at the second is which. Between them nothing happens, so the network has to count.
/// <para>
/// Inputs [wait + F + 1 or wait + F + 2, 1]: 1 at the spikes, 0 elsewhere; before the first there are 0 to
/// <see cref="LongestWait"/> steps. Target at the last step: class 0 for F, class 1 for F + 1. Baseline: either, .5.
/// </para>
/// </summary>
/// <param name="interval">F, at least 1.</param>
/// <param name="longestWait">
/// The most steps before the first spike, at least 0; every number up to it is as likely.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A number is too small; the message says which.</exception>
public sealed class SpikeIntervalTask(int interval, int longestWait = 4) : ITask<ClassExample>
{
    /// <summary>F.</summary>
    public int Interval { get; } = Require.AtLeast(interval, 1);

    /// <summary>The most steps before the first spike.</summary>
    public int LongestWait { get; } = Require.AtLeast(longestWait, 0);

    /// <inheritdoc/>
    public string Name => $"Spike interval, F = {Interval} or {Interval + 1}";

    /// <inheritdoc/>
    public int InputSize => 1;

    /// <inheritdoc/>
    public int OutputSize => 2;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.Accuracy, .5, "either interval");

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        int first = random.Next(LongestWait + 1);
        int @class = random.Next(2);
        int second = first + Interval + @class;
        return ClassExample.AtLastStep(
            [.. Enumerable.Range(0, second + 1).Select(t => new double[] { t == first || t == second ? 1 : 0 })],
            @class);
    }
}
