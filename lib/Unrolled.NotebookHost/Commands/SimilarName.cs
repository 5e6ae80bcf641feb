namespace Unrolled.NotebookHost.Commands;

/// <summary>The name that was probably meant by a word that is none.</summary>
internal static class SimilarName
{
    /// <summary>The first of the most similar names; null when none is similar.</summary>
    public static string? Among(IEnumerable<string> names, string typed)
    {
        int furthest = Math.Max(1, typed.Length / 3);
        return names
            .Select(name => (Name: name, Distance: Distance(name.ToLowerInvariant(), typed.ToLowerInvariant())))
            .Where(candidate => typed.Length > 1 && candidate.Distance <= furthest)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    // A part of the name is as good as a slip of one letter in the whole.
    private static int Distance(string name, string typed) =>
        name == typed ? 0
        : name.Contains(typed) ? 1
        : Math.Min(Edits(name, typed), Edits(name[..Math.Min(name.Length, typed.Length)], typed) + 1);

    // How many letters must be put in, left out or replaced (Levenshtein, 1965), by Wagner and Fischer's table (1974).
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
