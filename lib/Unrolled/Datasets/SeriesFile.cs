using System.Globalization;

namespace Unrolled;

/// <summary>A series of your own: two columns of a CSV file, the time and the value.</summary>
public static class SeriesFile
{
    /// <summary>Reads the series, oldest step first.</summary>
    /// <param name="path">The file: a header that names the columns, then a line for each step.</param>
    /// <param name="time">The name of the column with the time; other columns are ignored.</param>
    /// <param name="value">The name of the column with the value: a number with a point, such as 12.5.</param>
    /// <param name="format">How a time is written: yyyy-MM-dd for days, yyyy-MM for months, yyyy for years.</param>
    /// <exception cref="DataFileException">
    /// The file cannot be read, a column is missing, a time or value is not one, or the times do not rise; the message
    /// gives the place.
    /// </exception>
    public static IReadOnlyList<SeriesStep> Read(
        string path, string time, string value, string format = "yyyy-MM-dd")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrEmpty(format);
        string full = Path.GetFullPath(path);
        DataFile file = new(Path.GetDirectoryName(full)!, Path.GetFileName(full));
        (IReadOnlyList<string> columns, IReadOnlyList<CsvRow> rows) = CsvFile.ReadAny(file);
        (int ofTime, int ofValue) = (Column(file, columns, time), Column(file, columns, value));
        if (rows.Count == 0)
            throw file.Error(2, 1, "expected a line for each step after the header, found none");
        List<SeriesStep> steps = [];
        foreach (CsvRow row in rows)
        {
            SeriesStep step = new(row.Date(ofTime, format), row.Number(ofValue));
            if (steps.Count > 0 && step.Time <= steps[^1].Time)
            {
                string before = steps[^1].Time.ToString(format, CultureInfo.InvariantCulture);
                throw row.Unexpected(ofTime, $"a time after {before}");
            }

            steps.Add(step);
        }

        return steps;
    }

    /// <summary>
    /// The places where steps are missing, if a step is to be a number of days: the index of the step after each gap. A
    /// model that takes steps for equal is wrong there.
    /// </summary>
    /// <param name="steps">The series, oldest step first.</param>
    /// <param name="most">
    /// The largest number of days between two steps: 1 for days, 31 for months, 366 for years.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is not positive.</exception>
    public static IReadOnlyList<int> Gaps(IReadOnlyList<SeriesStep> steps, int most)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return [.. Enumerable.Range(1, Math.Max(steps.Count - 1, 0)).Where(
            t => steps[t].Time.DayNumber - steps[t - 1].Time.DayNumber > most)];
    }

    private static int Column(DataFile file, IReadOnlyList<string> columns, string name)
    {
        int index = columns.ToList().IndexOf(name);
        return index >= 0
            ? index
            : throw file.Error(1, 1, $"expected a column {name}, found {string.Join(", ", columns)}");
    }
}

/// <summary>One step of a series.</summary>
/// <param name="Time">Its time; of a month or year the first day.</param>
/// <param name="Value">Its value, in the variable's unit.</param>
public sealed record SeriesStep(DateOnly Time, double Value);
