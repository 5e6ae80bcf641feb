namespace Unrolled.Experiments.Tables;

/// <summary>
/// The milliseconds that a training step of every row took, drawing its batch included, before the layers were tuned.
/// Processor time of one thread after 300 steps, the shortest of five means over 20, on one core of an AMD Zen 5 that was
/// doing other work too; the tuned layers were timed the same way right after. On another machine they compare less.
/// </summary>
internal static class UntunedTimes
{
    private static readonly Dictionary<string, double[]> Milliseconds = new()
    {
        ["temporal-order-50"] = [.71, 2.66, 1.76],
        ["temporal-order-100"] = [1.51, 1.69, 1.52, 1.59, 4.83, 5.25, 3.74],
        ["temporal-order-3-marks"] = [2.63, 10.41, 7.26],
        ["adding"] = [1, 4.46, 2.75],
        ["latch"] = [1, 4.11, 2.89],
        ["noise-free-lag"] = [.68, .64, 1.13, .79],
        ["copy"] = [1.03, 3.33, 2.3],
        ["bidirectional"] = [.67, .71],
        ["deep-bidirectional"] = [.52, .85, 1.14, .7],
        ["digits"] = [1.7, 6.92, 4.27],
        ["vowels"] = [.94, 3.12, 4.52],
        ["sunspots"] = [.36, .92, .58],
        ["airline"] = [.42, 1.48, .95],
        ["continual-reber"] = [.87, 1.05, 1.37, 1.92],
        ["sequence-to-sequence"] = [1.89, 1.79, 6.09, 6.52, 4.4, 4.63],
        ["part-of-speech"] = [2.32, 3.75, 10.24, 4.2, 6.59],
        ["time-machine"] = [13.93, 44.49, 31.55],
    };

    /// <summary>The seconds of a task's row, counted from 0; null if they were not measured.</summary>
    internal static double? SecondsPerStep(string task, int row) =>
        Milliseconds.TryGetValue(task, out double[]? rows) && row < rows.Length ? rows[row] / 1000 : null;
}
