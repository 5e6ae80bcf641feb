namespace Unrolled;

/// <summary>
/// A model of the next symbol that counts what followed the n − 1 symbols before it, and leans on the shorter context
/// the more, the less it has seen:
/// <code>
/// p(c | h) = \frac{N(h c) - D + γ\, p(c | h')}{\sum_c (N(h c) - D) + γ},    h' is h without its first symbol
/// </code>
/// The methods differ in the discount D and the weight γ alone; below the single symbols the probability is 1/A. A
/// context that did not occur gives the shorter one's probability.
/// </summary>
public sealed class NGram
{
    private readonly int symbols;
    private readonly IReadOnlyList<NGramOrder> orders;

    private NGram(string name, int symbols, IReadOnlyList<NGramOrder> orders) =>
        (Name, this.symbols, this.orders) = (name, symbols, orders);

    /// <summary>The method's usual name, with its order.</summary>
    public string Name { get; }

    /// <summary>n.</summary>
    public int Order => orders.Count;

    /// <summary>D = 0 and γ = α: as if p(c | h') had been seen α times more (MacKay and Peto 1995).</summary>
    /// <param name="text">The symbols to count, from 0.</param>
    /// <param name="symbols">A, the number of different symbols.</param>
    /// <param name="order">n, at least 1.</param>
    /// <param name="strength">α, more than 0.</param>
    /// <exception cref="ArgumentException">The text is empty or has another symbol.</exception>
    public static NGram Dirichlet(IReadOnlyList<int> text, int symbols, int order, double strength = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(strength);
        return new NGram(
            $"{order}-gram, Dirichlet prior of strength {strength}", symbols,
            Count(text, symbols, order, order => order.With(_ => 0, _ => strength)));
    }

    /// <summary>
    /// D = 0 and γ is the number of different symbols that followed h (Witten and Bell 1991, method C).
    /// </summary>
    /// <inheritdoc cref="Dirichlet"/>
    public static NGram WittenBell(IReadOnlyList<int> text, int symbols, int order) => new(
        $"{order}-gram, Witten-Bell", symbols,
        Count(text, symbols, order, order => order.With(_ => 0, row => row.Count(count => count > 0))));

    /// <summary>
    /// Modified Kneser–Ney (Chen and Goodman 1999, section 3): three discounts for counts of 1, 2 and more; γ is what
    /// they take; below the longest context it is not counted how often a symbol came, but after how many different
    /// ones. Where the counts of a short text give no discount D_k from 0 to k, that order's discounts are .5, .75 and
    /// .9; KenLM falls back in the same way (its option discount_fallback), so that no probability is 0.
    /// </summary>
    /// <inheritdoc cref="Dirichlet"/>
    public static NGram KneserNey(IReadOnlyList<int> text, int symbols, int order)
    {
        NGramOrder[] counts = [.. Count(text, symbols, order, order => order)];
        for (int k = order - 2; k >= 0; k--)
            counts[k] = counts[k + 1].Continuations();
        return new NGram(
            $"{order}-gram, modified Kneser-Ney", symbols, [.. counts.Select(one => one.WithKneserNeyDiscounts())]);
    }

    /// <summary>p(next | past).</summary>
    /// <param name="past">
    /// The symbols before, the latest last; only the last n − 1 are used, and there may be fewer.
    /// </param>
    /// <param name="next">The symbol.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The symbol, or one of those before it that are used, is not from 0 to A − 1.
    /// </exception>
    public double Probability(ReadOnlySpan<int> past, int next)
    {
        RequireSymbol(next, symbols, nameof(next));
        int used = Math.Min(Order - 1, past.Length);
        for (int t = past.Length - used; t < past.Length; t++)
        {
            if ((uint)past[t] >= (uint)symbols)
                RequireSymbol(past[t], symbols, $"past[{t}]");
        }

        double p = 1.0 / symbols;
        for (int k = 0; k <= used; k++)
            p = orders[k].Probability(past[^k..], next, p);
        return p;
    }

    /// <summary>The mean of −log₂ p over a text.</summary>
    /// <param name="text">The symbols, from 0, at least one.</param>
    /// <exception cref="ArgumentException">The text is empty or has another symbol.</exception>
    public double BitsPerSymbol(IReadOnlyList<int> text)
    {
        int[] all = RequireText(text, symbols);
        double bits = 0;
        for (int t = 0; t < all.Length; t++)
            bits -= Math.Log2(Probability(all.AsSpan(Math.Max(0, t - Order + 1)..t), all[t]));
        return bits / all.Length;
    }

    private static IReadOnlyList<NGramOrder> Count(
        IReadOnlyList<int> text, int symbols, int order, Func<NGramOrder, NGramOrder> smoothed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (Math.Pow(symbols, order) > long.MaxValue)
            throw new ArgumentOutOfRangeException(
                nameof(order), order, $"order is {order}; contexts of {symbols} symbols cannot be numbered so far.");
        int[] all = RequireText(text, symbols);
        return [.. Enumerable.Range(0, order).Select(k => smoothed(NGramOrder.Count(all, symbols, contextLength: k)))];
    }

    private static int[] RequireText(IReadOnlyList<int> text, int symbols)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Count == 0)
            throw new ArgumentException("text is empty; expected at least one symbol.", nameof(text));
        for (int t = 0; t < text.Count; t++)
            RequireSymbol(text[t], symbols, $"text[{t}]");
        return [.. text];
    }

    private static void RequireSymbol(int symbol, int symbols, string name)
    {
        if ((uint)symbol >= (uint)symbols)
            throw new ArgumentOutOfRangeException(name, symbol, $"{name} is {symbol}; expected 0 to {symbols - 1}.");
    }
}

/// <summary>The symbols that followed the contexts of one length, with the discounts of a smoothing.</summary>
internal sealed class NGramOrder
{
    private readonly int symbols;
    private readonly int contextLength;
    private readonly Dictionary<long, int[]> counts;
    private readonly Func<int, double> discount;
    private readonly Dictionary<long, (double Total, double Weight)> sums = [];

    private NGramOrder(
        int symbols, int contextLength, Dictionary<long, int[]> counts, Func<int, double> discount,
        Func<int[], double> weight)
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

    /// <summary>The number of different symbols before each of these without its first.</summary>
    internal NGramOrder Continuations()
    {
        Dictionary<long, int[]> shorter = [];
        // In integers: a double is exact only to 2⁵³.
        long first = 1;
        for (int k = 1; k < contextLength; k++)
            first *= symbols;
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

    // Chen and Goodman 1999, section 3. A count of counts of 0, as with few symbols, gives no discount; and after a
    // context whose discounts are all 0, whatever did not follow it would have the probability 0.
    private double[] KneserNeyDiscounts()
    {
        double[] n = new double[5];
        foreach (int count in counts.Values.SelectMany(row => row).Where(count => count is > 0 and < 5))
            n[count]++;
        double y = n[1] / (n[1] + 2 * n[2]);
        double[] discounts = [0, .. Enumerable.Range(1, 3).Select(k => k - (k + 1) * y * n[k + 1] / n[k])];
        bool usable = !n.Skip(1).Contains(0) && Enumerable.Range(1, 3).All(k => discounts[k] > 0 && discounts[k] <= k);
        return usable ? discounts : [0, .5, .75, .9];
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
