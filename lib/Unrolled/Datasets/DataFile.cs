using System.Security.Cryptography;
using System.Text;

namespace Unrolled;

/// <summary>A file of the data folder: where it is, and the name that error messages give it.</summary>
internal sealed class DataFile(string folder, string file)
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private string? checksum;

    public string FullPath { get; } = Path.GetFullPath(Path.Combine(folder, file));

    public string Name { get; } =
        $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}/{file}";

    /// <summary>The whole text; a byte that is not UTF-8 is an error with its line and column.</summary>
    public string ReadText() => Decode(ReadBytes());

    public byte[] ReadBytes()
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(FullPath);
            checksum = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return bytes;
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

    /// <summary>
    /// Compares the bytes that were read with those that the project received. The parser comes first: where it sees
    /// the fault, it can name the place.
    /// </summary>
    public void RequireChecksum(string sha256)
    {
        if (checksum != sha256)
        {
            throw new DataFileException(
                Name,
                $"expected the SHA-256 checksum {sha256}, found {checksum}: the file was changed. Take it again from "
                + "the project's data folder.");
        }
    }

    public DataFileException Error(int line, int column, string problem) => new(Name, line, column, problem);

    public void RequireRows(int expected, int found, int lastLine, string rows = "rows")
    {
        if (found != expected)
            throw Error(lastLine, 1, $"expected {expected} {rows}, found {found}");
    }
}

/// <summary>
/// A data file that is missing, damaged or changed. The message names the file, the line and the column (both from 1),
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

    /// <summary>The line, from 1; <see langword="null"/> if the error is in the file as a whole.</summary>
    public int? Line { get; }

    /// <summary>
    /// The column in characters, from 1; <see langword="null"/> if the error is in the file as a whole.
    /// </summary>
    public int? Column { get; }
}

/// <summary>The lines of a text: LF or CRLF ends a line, and the last end may be missing.</summary>
internal static class TextLines
{
    public static IEnumerable<string> Of(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            int next = end < 0 ? text.Length : end + 1;
            if (end < 0)
                end = text.Length;
            else if (end > start && text[end - 1] == '\r')
                end--;
            yield return text[start..end];
            start = next;
        }
    }
}
