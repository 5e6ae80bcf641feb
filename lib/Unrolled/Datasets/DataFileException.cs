namespace Unrolled.Datasets;

/// <summary>
/// A data file that is missing or damaged. The message names the file, the line and the column (both from 1),
/// what was expected and what was found.
/// </summary>
public sealed class DataFileException : Exception
{
    /// <summary>A fault of the file as a whole, such as its absence.</summary>
    public DataFileException(string file, string problem, Exception? innerException = null)
        : base($"{file}: {problem}", innerException)
    {
        File = file;
    }

    /// <summary>A fault at one place in the file.</summary>
    public DataFileException(string file, int line, int column, string problem, Exception? innerException = null)
        : base($"{file}({line},{column}): {problem}", innerException)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file's name from the data folder on, for example <c>data/sunspots/sunspots.csv</c>.</summary>
    public string File { get; }

    /// <summary>The line, from 1; <see langword="null"/> where the file as a whole is at fault.</summary>
    public int? Line { get; }

    /// <summary>The column in characters, from 1; <see langword="null"/> where the file as a whole is at fault.</summary>
    public int? Column { get; }
}
