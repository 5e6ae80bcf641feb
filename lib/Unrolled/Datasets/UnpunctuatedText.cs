using System.Text.RegularExpressions;

namespace Unrolled;

/// <summary>
/// A text whose punctuation and capitals were taken away, word by word, with what they said about the sentences: a
/// sentence ends after a word if a full stop, a question mark or an exclamation mark follows before the next word and
/// that begins with a capital, or if its paragraph ends. After an initial and after Mr, Mrs, Dr and St no sentence ends
/// within a paragraph. Paragraphs without any of the three marks, such as headings, are left out.
/// </summary>
public static partial class UnpunctuatedText
{
    /// <summary>The words of a text, in order.</summary>
    /// <param name="text">The text, with blank lines between its paragraphs.</param>
    public static IReadOnlyList<UnpunctuatedWord> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Paragraphs().Split(text).Where(paragraph => Mark().IsMatch(paragraph)).SelectMany(OfParagraph)];
    }

    private static IEnumerable<UnpunctuatedWord> OfParagraph(string paragraph)
    {
        Match[] words = Word().Matches(paragraph).ToArray();
        for (int i = 0; i < words.Length; i++)
        {
            bool last = i == words.Length - 1;
            yield return new UnpunctuatedWord(
                words[i].Value.ToLowerInvariant(), last || EndsBetween(paragraph, words[i], words[i + 1]));
        }
    }

    private static bool EndsBetween(string paragraph, Match word, Match next)
    {
        string between = paragraph[(word.Index + word.Length)..next.Index];
        return Mark().IsMatch(between) && char.IsUpper(next.Value[0]) && !Abbreviation().IsMatch(word.Value);
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Paragraphs();

    [GeneratedRegex("[.!?]")]
    private static partial Regex Mark();

    [GeneratedRegex("[A-Za-z]+(?:'[A-Za-z]+)*")]
    private static partial Regex Word();

    // "I" is a word; any other single capital is an initial.
    [GeneratedRegex("^(?:[A-HJ-Z]|Mr|Mrs|Dr|St)$")]
    private static partial Regex Abbreviation();
}

/// <summary>One word of an <see cref="UnpunctuatedText"/>.</summary>
/// <param name="Word">The word in lower case; an apostrophe between two letters is kept.</param>
/// <param name="EndsSentence">Whether a sentence ends after it.</param>
public sealed record UnpunctuatedWord(string Word, bool EndsSentence);
