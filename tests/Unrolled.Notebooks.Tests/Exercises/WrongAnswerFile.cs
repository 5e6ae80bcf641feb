namespace Unrolled.Notebooks.Tests.Exercises;

/// <summary>
/// A chapter's plausible wrong answers, one C# script file. Each begins with a line that names the exercise, the
/// mistake and, where it matters, words of the hint that it must get:
/// <c>//// 02-2 · forgotten bias · a term is missing</c>.
/// </summary>
internal static class WrongAnswerFile
{
    private const string Heading = "//// ";

    /// <exception cref="FormatException">
    /// The file does not begin with a heading, or a heading names no mistake.
    /// </exception>
    public static IReadOnlyList<Answer> Read(string path)
    {
        string[] blocks = ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n" + Heading);
        return string.IsNullOrWhiteSpace(blocks[0])
            ? [.. blocks.Skip(1).Select(block => Parse(block, path))]
            : throw new FormatException($"{path}: expected a line that begins with \"{Heading}\" first.");
    }

    private static Answer Parse(string block, string path)
    {
        string[] lines = block.Split('\n', 2);
        string[] heading = lines[0].Split('·', 3, StringSplitOptions.TrimEntries);
        return heading.Length >= 2 && lines.Length == 2
            ? new Answer(heading[0], heading[1], lines[1].Trim(), heading.ElementAtOrDefault(2) ?? "")
            : throw new FormatException(
                $"{path}: \"{Heading}{lines[0]}\" is not \"{Heading}NN-k · mistake · hint\" above an answer.");
    }
}
