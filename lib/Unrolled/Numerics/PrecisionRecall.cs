namespace Unrolled;

/// <summary>
/// How well rare places were found, such as the ends of sentences in a text. Accuracy says little there: whoever finds
/// nothing is right nearly everywhere.
/// <code>
/// precision = right / found
/// recall    = right / present
/// F_1       = \frac{2 · precision · recall}{precision + recall} = \frac{2 · right}{found + present}
/// </code>
/// </summary>
/// <param name="Found">The number of places that were said to be such.</param>
/// <param name="Present">The number of places that are such.</param>
/// <param name="Right">The number of places that are both.</param>
public sealed record PrecisionRecall(int Found, int Present, int Right)
{
    /// <summary>The share of the found places that are right; 0 where none was found.</summary>
    public double Precision => Found == 0 ? 0 : Right / (double)Found;

    /// <summary>The share of the present places that were found; 0 where there is none.</summary>
    public double Recall => Present == 0 ? 0 : Right / (double)Present;

    /// <summary>The harmonic mean of precision and recall; 0 where nothing was found and nothing is there.</summary>
    public double F1 => Found + Present == 0 ? 0 : 2.0 * Right / (Found + Present);

    /// <summary>Compares what was found with what is there.</summary>
    /// <param name="found">Whether a place was said to be such, [place].</param>
    /// <param name="present">Whether it is, [place].</param>
    /// <exception cref="ArgumentException">There are not as many of the one as of the other.</exception>
    public static PrecisionRecall Of(IEnumerable<bool> found, IEnumerable<bool> present)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(present);
        (bool[] said, bool[] are) = ([.. found], [.. present]);
        RequireAsMany(said.Length, are.Length, nameof(found));
        return new PrecisionRecall(
            said.Count(one => one), are.Count(one => one), said.Zip(are).Count(one => one.First && one.Second));
    }

    /// <summary>Finds the places whose score is at least a threshold.</summary>
    /// <param name="scores">A score of every place, such as a probability, [place].</param>
    /// <param name="present">Whether a place is such, [place].</param>
    /// <param name="threshold">The least score of a place that is found.</param>
    /// <exception cref="ArgumentException">There are not as many of the one as of the other.</exception>
    public static PrecisionRecall At(IEnumerable<double> scores, IEnumerable<bool> present, double threshold)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Of(scores.Select(score => score >= threshold), present);
    }

    /// <summary>
    /// The threshold with the largest F1, one of the scores; the highest of them where several are equal. To be chosen
    /// on other places than those on which it is then tested.
    /// </summary>
    /// <param name="scores">A score of every place, [place], at least one.</param>
    /// <param name="present">Whether a place is such, [place].</param>
    /// <exception cref="ArgumentException">
    /// There is no place, or there are not as many of the one as of the other.
    /// </exception>
    public static double BestThreshold(IEnumerable<double> scores, IEnumerable<bool> present)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(present);
        (double[] all, bool[] are) = ([.. scores], [.. present]);
        RequireAsMany(all.Length, are.Length, nameof(scores));
        if (all.Length == 0)
            throw new ArgumentException("There is no place; expected at least one.", nameof(scores));
        int there = are.Count(one => one);
        (double best, double threshold, int found, int right) = (-1, 0, 0, 0);
        foreach (var same in all.Zip(are).GroupBy(place => place.First).OrderByDescending(group => group.Key))
        {
            found += same.Count();
            right += same.Count(place => place.Second);
            double f1 = new PrecisionRecall(found, there, right).F1;
            if (f1 > best)
                (best, threshold) = (f1, same.Key);
        }

        return threshold;
    }

    private static void RequireAsMany(int found, int present, string name)
    {
        if (found != present)
            throw new ArgumentException($"{name} has {found} places; expected {present}, as present has.", name);
    }
}
