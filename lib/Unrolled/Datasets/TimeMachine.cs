using System.Text.RegularExpressions;

namespace Unrolled;

/// <summary>H. G. Wells, The Time Machine, 1895, as text and as a stream of 27 symbols.</summary>
public static partial class TimeMachine
{
    /// <summary>The 27 symbols of <see cref="LoadSymbols"/>: the space and the letters a to z.</summary>
    public static Alphabet Alphabet { get; } = new(" abcdefghijklmnopqrstuvwxyz");

    /// <summary>The 69 characters of <see cref="LoadText"/>, in the order of their numbers in Unicode.</summary>
    public static Alphabet Characters { get; } = new(
        "\n !\"'(),-.189:;?ABCDEFGHIJKLMNOPQRSTUVWXY[]abcdefghijklmnopqrstuvwxyz");

    /// <summary>The text of the file: 178,887 characters, paragraphs separated by blank lines.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static string LoadText(string? dataFolder = null)
    {
        DataFile file = DataFolder.Find("text/timemachine.txt", dataFolder);
        string text = file.ReadText();
        int lines = TextLines.Of(text).Count();
        file.RequireRows(643, lines, lines + 1, "lines");
        file.RequireChecksum("4149e15a170aa94068969282e8b2cee7aaab0d889bf1c0d684378177040267dd");
        return text;
    }

    /// <summary>
    /// The book in lower case, where everything between two words, apostrophes and digits included, is one space.
    /// </summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static string LoadSymbols(string? dataFolder = null) => ToSymbols(LoadText(dataFolder));

    /// <summary>Any text as a stream of the 27 symbols.</summary>
    public static string ToSymbols(string text) => NotLetters().Replace(text, " ").Trim().ToLowerInvariant();

    [GeneratedRegex("[^A-Za-z]+")]
    private static partial Regex NotLetters();
}
