namespace Unrolled;

/// <summary>A stretch of a series and the value to be forecast from it.</summary>
/// <param name="Inputs">The values [time], oldest first.</param>
/// <param name="Target">The value to forecast.</param>
/// <param name="TargetIndex">The target's index in the series.</param>
public sealed record SlidingWindow(IReadOnlyList<double> Inputs, double Target, int TargetIndex)
{
    /// <summary>
    /// Every window whose target is at <paramref name="firstTarget"/> or later. For a test part, give the
    /// whole series and the first index of that part: the inputs may reach back into the part before, which is
    /// past by then and known, while no target is seen in training.
    /// </summary>
    /// <param name="series">The series, oldest first.</param>
    /// <param name="length">The number of inputs of a window.</param>
    /// <param name="horizon">The number of steps from the last input to the target.</param>
    /// <param name="firstTarget">The first index that may be a target.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is below 1, or not one window fits.</exception>
    public static IReadOnlyList<SlidingWindow> Over(
        IReadOnlyList<double> series, int length, int horizon = 1, int firstTarget = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        int first = Math.Max(firstTarget, length + horizon - 1);
        if (first >= series.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length),
                $"No window of {length} inputs and horizon {horizon} with a target from index {firstTarget} on fits "
                + $"into {series.Count} steps.");
        }

        return [.. Enumerable.Range(first, series.Count - first).Select(Window)];

        SlidingWindow Window(int target) =>
            new([.. series.Skip(target - horizon - length + 1).Take(length)], series[target], target);
    }
}
