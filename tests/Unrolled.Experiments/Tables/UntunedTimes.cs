namespace Unrolled.Experiments.Tables;

/// <summary>
/// The milliseconds that a training step of every row took before the layers were tuned, timed as by
/// <see cref="StepTime"/> in one thread on an AMD Zen 5 that was doing other work too; the tuned layers were timed on
/// the same day. Times of other machines compare less well.
/// </summary>
internal static class UntunedTimes
{
    private static readonly Dictionary<string, double[]> Milliseconds = new()
    {
        ["temporal-order-50"] = [.68, 2.69, 1.74],
        ["temporal-order-100"] = [1.35, 1.71, 1.52, 1.53, 4.8, 5.2, 3.66],
        ["temporal-order-3-marks"] = [3, 10.66, 7.28],
        ["adding"] = [.99, 4.44, 2.81],
        ["latch"] = [1, 4.32, 3.12],
        ["noise-free-lag"] = [.71, .68, 2.35, 1.58],
        ["copy"] = [1.05, 3.43, 2.25],
        ["bidirectional"] = [.27, .52],
        ["deep-bidirectional"] = [.39, .45, .99, .68],
        ["continual-reber"] = [.68, .98, 1.33, 1.65],
        ["sequence-to-sequence"] = [1.8, 1.86, 6.34, 6.28, 4.39, 4.52],
        ["digits"] = [1.67, 6.95, 4.37],
        ["vowels"] = [.89, 3.35, 4.81],
        ["part-of-speech"] = [2.48, 3.93, 10.63, 4.47, 7.64],
        ["sunspots"] = [.15, .53, .34],
        ["airline"] = [.17, .6, .53],
        ["time-machine"] = [14.45, 43.73, 32.55],
    };

    /// <summary>The seconds of a task's row, counted from 0; null if they were not measured.</summary>
    internal static double? SecondsPerStep(string task, int row) =>
        Milliseconds.TryGetValue(task, out double[]? rows) && row < rows.Length ? rows[row] / 1000 : null;
}
