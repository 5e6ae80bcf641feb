using System.Text;

namespace Unrolled.Datasets;

/// <summary>A file of the data folder: where it is, and the name that error messages give it.</summary>
internal sealed class DataFile(string folder, string file)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string FullPath { get; } = Path.GetFullPath(Path.Combine(folder, file));

    public string Name { get; } = $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}/{file}";

    /// <summary>The whole text; a byte that is not UTF-8 is an error with its line and column.</summary>
    public string ReadText() => Decode(ReadBytes());

    public byte[] ReadBytes()
    {
        try
        {
            return File.ReadAllBytes(FullPath);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(Name, $"could not be read: {unreadable.Message}", unreadable);
        }
    }

    public string Decode(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException notUtf8)
        {
            string before = Encoding.UTF8.GetString(bytes, 0, notUtf8.Index);
            int line = 1 + before.Count(character => character == '\n');
            int column = before.Length - before.LastIndexOf('\n');
            throw Error(line, column, $"expected UTF-8 text, found the byte 0x{bytes[notUtf8.Index]:X2}");
        }
    }

    public DataFileException Error(int line, int column, string problem) => new(Name, line, column, problem);

    public void RequireRows(int expected, int found, int lastLine, string rows = "rows")
    {
        if (found != expected)
            throw Error(lastLine, 1, $"expected {expected} {rows}, found {found}");
    }
}
