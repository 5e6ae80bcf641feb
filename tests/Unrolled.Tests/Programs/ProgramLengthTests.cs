using System.Runtime.CompilerServices;

namespace Unrolled.Tests.Programs;

/// <summary>The programs of this folder are as short as a reader's own would be.</summary>
public sealed class ProgramLengthTests
{
    private const int MostLines = 30;

    [Fact]
    public void Every_program_has_at_most_thirty_lines()
    {
        (string File, int Lines)[] programs =
            [.. Directory.GetFiles(Folder(), "*.cs").SelectMany(file => Programs(File.ReadAllLines(file))
                .Select(lines => (Path.GetFileName(file), lines)))];

        Assert.True(programs.Length >= 5);
        Assert.All(programs, program => Assert.InRange(program.Lines, 1, MostLines));
    }

    // The lines between each pair of marks.
    private static IEnumerable<int> Programs(string[] lines)
    {
        int? begin = null;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() == "// program")
                begin = i;
            if (lines[i].Trim() != "// end" || begin is not { } first)
                continue;
            yield return lines[(first + 1)..i].Count(line => line.Trim() != "");
            begin = null;
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
