using System.Text;

namespace Unrolled;

/// <summary>
/// The runs of the long-range tasks that were made once and are kept in <c>data/long-range/runs.csv</c>; the file's
/// columns are explained in <c>data/README.md</c>.
/// </summary>
public static class LagRuns
{
    /// <summary>The file inside the data folder.</summary>
    public const string File = "long-range/runs.csv";

    /// <summary>Reads the runs, in the order of the file.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<LagRun> Load(string? dataFolder = null) => Read(DataFolder.Find(File, dataFolder));

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

    /// <summary>
    /// The runs of a file that is to be continued; none if there is no file. A last line without its end was cut off
    /// when a sweep was stopped, and is taken out of the file.
    /// </summary>
    internal static IReadOnlyList<LagRun> Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!System.IO.File.Exists(path))
        {
            System.IO.File.WriteAllText(path, string.Join(",", LagRun.Columns) + "\n");
            return [];
        }

        string text = System.IO.File.ReadAllText(path);
        if (text.Length > 0 && !text.EndsWith('\n'))
            System.IO.File.WriteAllText(path, text[..(text.LastIndexOf('\n') + 1)]);
        return Read(new DataFile(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path)));
    }

    /// <summary>Adds a row to the file; what was written stays if the process ends.</summary>
    internal static void Append(string path, LagRun run)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
        file.Write(Encoding.UTF8.GetBytes(run.ToLine() + "\n"));
        file.Flush(flushToDisk: true);
    }

    private static LagRun[] Read(DataFile file) =>
        [.. CsvFile.Read(file, LagRun.Columns, expectedRows: null).Select(LagRun.Of)];
}
