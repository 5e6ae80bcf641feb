namespace Unrolled;

/// <summary>
/// The smallest number of elements to insert, to delete or to replace that makes one sequence of the other (Levenshtein
/// 1966).
/// </summary>
public static class EditDistance
{
    /// <summary>The distance of two sequences, such as two sentences word by word.</summary>
    /// <param name="one">A sequence; it may be empty.</param>
    /// <param name="other">Another.</param>
    public static int Between<TElement>(IReadOnlyList<TElement> one, IReadOnlyList<TElement> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        // A row for each length of the beginning of one, [length of the beginning of other].
        int[] row = [.. Enumerable.Range(0, other.Count + 1)];
        for (int i = 1; i <= one.Count; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Count; j++)
            {
                bool isSame = EqualityComparer<TElement>.Default.Equals(one[i - 1], other[j - 1]);
                int replaced = diagonal + (isSame ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
