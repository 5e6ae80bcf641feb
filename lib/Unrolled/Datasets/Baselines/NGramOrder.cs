namespace Unrolled.Datasets.Baselines;

/// <summary>What followed the contexts of one length, with the discounts of a smoothing.</summary>
internal sealed class NGramOrder
{
    private readonly int symbols;
    private readonly int contextLength;
    private readonly Dictionary<long, int[]> counts;
    private readonly Func<int, double> discount;
    private readonly Dictionary<long, (double Total, double Weight)> sums = [];

    private NGramOrder(
        int symbols, int contextLength, Dictionary<long, int[]> counts, Func<int, double> discount, Func<int[], double> weight)
    {
        (this.symbols, this.contextLength, this.counts, this.discount) = (symbols, contextLength, counts, discount);
        foreach ((long context, int[] row) in counts)
            sums[context] = (row.Sum(count => count - discount(count)) + weight(row), weight(row));
    }

    internal static NGramOrder Count(int[] text, int symbols, int contextLength)
    {
        Dictionary<long, int[]> counts = [];
        for (int t = contextLength; t < text.Length; t++)
            Row(counts, Number(text.AsSpan(t - contextLength, contextLength), symbols), symbols)[text[t]]++;
        return new NGramOrder(symbols, contextLength, counts, _ => 0, _ => 0);
    }

    internal NGramOrder With(Func<int, double> discount, Func<int[], double> weight) =>
        new(symbols, contextLength, counts, discount, weight);

    /// <summary>After how many different symbols each of these, without its first, was seen.</summary>
    internal NGramOrder Continuations()
    {
        Dictionary<long, int[]> shorter = [];
        long first = (long)Math.Pow(symbols, contextLength - 1);
        foreach ((long context, int[] row) in counts)
        {
            int[] seenAfter = Row(shorter, context % first, symbols);
            for (int next = 0; next < symbols; next++)
                seenAfter[next] += row[next] > 0 ? 1 : 0;
        }

        return new NGramOrder(symbols, contextLength - 1, shorter, _ => 0, _ => 0);
    }

    internal NGramOrder WithKneserNeyDiscounts()
    {
        double[] discounts = KneserNeyDiscounts();
        double Discount(int count) => discounts[Math.Min(count, 3)];
        return With(Discount, row => row.Sum(Discount));
    }

    internal double Probability(ReadOnlySpan<int> context, int next, double shorter)
    {
        long number = Number(context, symbols);
        if (!counts.TryGetValue(number, out int[]? row))
            return shorter;
        (double total, double weight) = sums[number];
        return (row[next] - discount(row[next]) + weight * shorter) / total;
    }

    // Chen and Goodman 1999, equation 26. Where a count of counts is 0, as with few symbols, it says nothing.
    private double[] KneserNeyDiscounts()
    {
        double[] n = new double[5];
        foreach (int count in counts.Values.SelectMany(row => row).Where(count => count is > 0 and < 5))
            n[count]++;
        if (n.Skip(1).Contains(0))
            return [0, .5, .75, .9];
        double y = n[1] / (n[1] + 2 * n[2]);
        return [0, .. Enumerable.Range(1, 3).Select(k => Math.Max(k - (k + 1) * y * n[k + 1] / n[k], 0))];
    }

    private static int[] Row(Dictionary<long, int[]> counts, long context, int symbols)
    {
        if (!counts.TryGetValue(context, out int[]? row))
            counts[context] = row = new int[symbols];
        return row;
    }

    private static long Number(ReadOnlySpan<int> context, int symbols)
    {
        long number = 0;
        foreach (int symbol in context)
            number = number * symbols + symbol;
        return number;
    }
}
