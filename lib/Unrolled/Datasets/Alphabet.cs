namespace Unrolled;

/// <summary>The symbols of a text, numbered from 0 in the order given.</summary>
public sealed class Alphabet
{
    private readonly Dictionary<char, int> indices = [];

    /// <summary>An alphabet of these symbols.</summary>
    /// <exception cref="ArgumentException">There is no symbol, or one appears twice.</exception>
    public Alphabet(string symbols)
    {
        if (symbols.Length == 0)
            throw new ArgumentException("An alphabet needs at least one symbol.", nameof(symbols));
        foreach (char symbol in symbols)
        {
            if (!indices.TryAdd(symbol, indices.Count))
                throw new ArgumentException($"The symbol '{symbol}' stands in the alphabet twice.", nameof(symbols));
        }

        Symbols = symbols;
    }

    /// <summary>The symbols, in the order of their numbers.</summary>
    public string Symbols { get; }

    /// <summary>The number of symbols.</summary>
    public int Count => Symbols.Length;

    /// <summary>The numbers of a text's symbols [time].</summary>
    /// <exception cref="ArgumentException">
    /// A character is not in the alphabet; the message gives its position.
    /// </exception>
    public int[] Encode(string text)
    {
        int[] encoded = new int[text.Length];
        for (int t = 0; t < text.Length; t++)
        {
            if (!indices.TryGetValue(text[t], out encoded[t]))
                throw new ArgumentException(
                    $"The character '{text[t]}' at index {t} is not in the alphabet \"{Symbols}\".", nameof(text));
        }

        return encoded;
    }

    /// <summary>The text that these numbers spell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is not that of a symbol; the message gives its position.
    /// </exception>
    public string Decode(IReadOnlyList<int> encoded) =>
        string.Create(encoded.Count, encoded, (text, numbers) =>
        {
            for (int t = 0; t < text.Length; t++)
            {
                text[t] = numbers[t] >= 0 && numbers[t] < Count
                    ? Symbols[numbers[t]]
                    : throw new ArgumentOutOfRangeException(
                        nameof(encoded), $"The number {numbers[t]} at index {t} is not from 0 to {Count - 1}.");
            }
        });
}
