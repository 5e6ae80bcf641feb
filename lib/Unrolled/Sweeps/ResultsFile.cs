using System.Text;

namespace Unrolled;

/// <summary>
/// The form of a file of finished runs, one a line. A run is added when it is finished, so that a sweep that was
/// stopped goes on where it stopped.
/// </summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Of">The run of a line.</param>
/// <param name="ToLine">The line of a run.</param>
/// <param name="SettingOf">The setting that decides every bit of a run.</param>
internal sealed record ResultsFile<TSetting, TRun>(
    IReadOnlyList<string> Columns, Func<CsvRow, TRun> Of, Func<TRun, string> ToLine, Func<TRun, TSetting> SettingOf)
    where TSetting : notnull
{
    internal IReadOnlyList<TRun> Read(DataFile file) =>
        [.. CsvFile.Read(file, Columns, expectedRows: null).Select(Of)];

    /// <summary>
    /// Runs what the file does not have yet, one after the other. What the file has is read from it; if there is no
    /// file, it is begun.
    /// </summary>
    internal IReadOnlyList<TRun> Resume(
        string path, IEnumerable<TSetting> settings, Func<TSetting, TRun> run, Action<TRun>? finished)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Dictionary<TSetting, TRun> done = Open(path).ToDictionary(SettingOf);
        List<TRun> runs = [];
        foreach (TSetting setting in settings)
        {
            if (!done.TryGetValue(setting, out TRun? one))
            {
                done[setting] = one = run(setting);
                Append(path, one);
                finished?.Invoke(one);
            }

            runs.Add(one);
        }

        return runs;
    }

    // A last line without its end was cut off when a sweep was stopped, and is taken out of the file.
    private IReadOnlyList<TRun> Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            File.WriteAllText(path, string.Join(",", Columns) + "\n");
            return [];
        }

        string text = File.ReadAllText(path);
        if (text.Length > 0 && !text.EndsWith('\n'))
            File.WriteAllText(path, text[..(text.LastIndexOf('\n') + 1)]);
        return Read(new DataFile(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path)));
    }

    // What was written stays if the process ends.
    private void Append(string path, TRun run)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
        file.Write(Encoding.UTF8.GetBytes(ToLine(run) + "\n"));
        file.Flush(flushToDisk: true);
    }
}
