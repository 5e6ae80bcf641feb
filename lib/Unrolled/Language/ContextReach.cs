namespace Unrolled;

/// <summary>
/// How far back a network looks when it predicts a character: the characters before it are true only as far as a reach
/// k, and those further back are replaced by as many from another place of the text. What is lost by that is what the
/// network takes from further back than k characters. (Khandelwal and others 2018 ask this of words, and replace them
/// by others or change their order.)
/// </summary>
public static class ContextReach
{
    /// <summary>The mean surprise of characters of a text, for each reach.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">The text, at least 2 (M + 1) characters, where M is the longest reach.</param>
    /// <param name="reaches">
    /// k for each result, from 1. Before every character M are read, of which the last k are true: the longest reach
    /// has true characters only.
    /// </param>
    /// <param name="every">The number of characters from one that is predicted to the next, at least 1.</param>
    /// <returns>The surprise in bits, [reach][character]; the characters are the same for every reach.</returns>
    /// <exception cref="ArgumentException">
    /// There is no reach, or the text is too short or has a character that is not in the alphabet.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A reach or the distance is not positive.</exception>
    public static double[][] Surprise(CharacterModel model, string text, IReadOnlyList<int> reaches, int every)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(reaches);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        if (reaches.Count == 0)
            throw new ArgumentException("There is no reach; expected at least one.", nameof(reaches));
        foreach (int k in reaches)
            ArgumentOutOfRangeException.ThrowIfLessThan(k, 1, nameof(reaches));
        int[] symbols = model.Encode(text);
        int longest = reaches.Max();
        if (symbols.Length < 2 * (longest + 1))
        {
            throw new ArgumentException(
                $"text has {symbols.Length} characters; expected at least {2 * (longest + 1)}, for a reach of "
                + $"{longest} and as many from another place.",
                nameof(text));
        }

        int[] places = [.. Places(symbols.Length, longest, every)];
        return [.. reaches.Select(k => Surprise(model, symbols, places, longest, k))];
    }

    private static IEnumerable<int> Places(int length, int longest, int every)
    {
        for (int place = longest; place < length; place += every)
            yield return place;
    }

    private static double[] Surprise(CharacterModel model, int[] symbols, int[] places, int longest, int k)
    {
        int[,] read = new int[longest, places.Length];
        for (int b = 0; b < places.Length; b++)
        {
            int other = Elsewhere(places[b], symbols.Length, longest);
            for (int t = 0; t < longest; t++)
                read[t, b] = symbols[(t < longest - k ? other : places[b]) - longest + t];
        }

        Tensor output = model.Network.Infer(read).Output;
        return [.. places.Select((place, b) => CharacterModel.Bits(output.At(longest - 1, b), symbols[place]))];
    }

    // Half of the text further on, round the end, where the M characters before it are in the text as well.
    private static int Elsewhere(int place, int length, int longest) =>
        longest + (place - longest + (length - longest) / 2) % (length - longest);
}
