namespace Unrolled;

/// <summary>
/// The runs of the long-range tasks that were made once and are kept in <c>data/long-range/runs.csv</c>; the file's
/// columns are explained in <c>data/README.md</c>.
/// </summary>
public static class LagRuns
{
    /// <summary>The file inside the data folder.</summary>
    public const string File = "long-range/runs.csv";

    /// <summary>The form of the file.</summary>
    internal static ResultsFile<LagSetting, LagRun> Form { get; } =
        new(LagRun.Columns, LagRun.Of, run => run.ToLine(), run => run.Setting);

    /// <summary>Reads the runs, in the order of the file.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<LagRun> Load(string? dataFolder = null) =>
        Form.Read(DataFolder.Find(File, dataFolder));

    /// <summary>
    /// The runs of a model on a task with one T, at the best of the learning rates with which it was trained: that from
    /// which most seeds solve it, of several such the one with the fewest updates on average, and of those the one with
    /// the best score on average.
    /// </summary>
    /// <param name="runs">The runs among which is chosen.</param>
    /// <param name="task">The task.</param>
    /// <param name="model">The model.</param>
    /// <param name="T">The T of the task.</param>
    /// <returns>The runs in the order of their seeds; none if there is none.</returns>
    public static IReadOnlyList<LagRun> AtBestRate(
        this IEnumerable<LagRun> runs, LagTask task, LagModel model, int T)
    {
        ArgumentNullException.ThrowIfNull(runs);
        IGrouping<double, LagRun>? best = runs
            .Where(run => run.Setting.Task == task && run.Setting.Model == model && run.Setting.T == T)
            .GroupBy(run => run.Setting.Rate)
            .OrderByDescending(rate => rate.Count(run => run.Solved))
            .ThenBy(rate => rate.Average(run => run.Updates))
            .ThenBy(rate => rate.Average(run => task.IsValue ? run.Score : -run.Score))
            .FirstOrDefault();
        return best is null ? [] : [.. best.OrderBy(run => run.Setting.Seed)];
    }
}
