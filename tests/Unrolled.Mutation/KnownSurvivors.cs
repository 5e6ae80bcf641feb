namespace Unrolled.Mutation;

/// <summary>
/// The file known-survivors.txt: a mutant that no test can or should notice on one line, the reason on the next,
/// indented.
/// </summary>
internal static class KnownSurvivors
{
    internal static IReadOnlyDictionary<string, string> Read(string root)
    {
        Dictionary<string, string> reasons = [];
        string[] lines = File.ReadAllLines(Path.Combine(root, "tests", "Unrolled.Mutation", "known-survivors.txt"));
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i] != "" && !lines[i].StartsWith(' ') && lines[i + 1].StartsWith(' '))
                reasons[lines[i]] = lines[i + 1];
        }

        return reasons;
    }
}
