namespace Unrolled;

/// <summary>
/// "The clouds float in the sky" 云在天空, letter by letter, with any number of words between the one that decides and
/// what it decides:
/// <code>
/// the clouds float in the sky
/// the boats slowly still float in the river
/// the whales today again softly float in the ocean
/// </code>
/// <para>
/// Inputs [length, A]: one-hot, in the order of <see cref="Letters"/>. Targets: the next letter, at every step or only
/// where the place begins. Baseline where only the place is asked for: any place, 1/4. Invariants: every thing has one
/// place, the places begin with different letters, and nothing but the thing tells of its place.
/// </para>
/// </summary>
/// <param name="fewest">The fewest words between, at least 0.</param>
/// <param name="most">The most words between; every number from the fewest to the most is as likely.</param>
/// <param name="placeOnly">Whether only the first letter of the place is asked for.</param>
/// <exception cref="ArgumentOutOfRangeException">The fewest is negative, or the most is less.</exception>
public sealed class CloudsTask(int fewest, int most, bool placeOnly = false) : ITask<ClassExample>
{
    private static readonly (string Thing, string Place)[] Pairs =
        [("clouds", "sky"), ("boats", "river"), ("leaves", "pond"), ("whales", "ocean")];

    private static readonly string[] Between =
        ["now", "still", "slowly", "softly", "again", "calmly", "alone", "today"];

    /// <summary>The letters and the space, in the order of the features and of the classes.</summary>
    public static string Letters { get; } = new(
        [.. Pairs.SelectMany(pair => pair.Thing + pair.Place).Concat(Between.SelectMany(word => word))
            .Concat("the float in ").Distinct().Order()]);

    /// <summary>The things and their places.</summary>
    public static IReadOnlyList<(string Thing, string Place)> Places => Pairs;

    /// <summary>The fewest words between the thing and the verb.</summary>
    public int Fewest { get; } = Require.AtLeast(fewest, 0);

    /// <summary>The most words between the thing and the verb.</summary>
    public int Most { get; } = Require.AtLeast(most, fewest);

    /// <summary>Whether only the first letter of the place is asked for.</summary>
    public bool PlaceOnly { get; } = placeOnly;

    /// <inheritdoc/>
    public string Name => $"Clouds, {(Fewest == Most ? $"{Most}" : $"{Fewest} to {Most}")} words between"
        + (PlaceOnly ? ", place only" : "");

    /// <inheritdoc/>
    public int InputSize => Letters.Length;

    /// <inheritdoc/>
    public int OutputSize => Letters.Length;

    /// <inheritdoc/>
    public Baseline Baseline => PlaceOnly
        ? new Baseline(ScoreMeasure.Accuracy, 1.0 / Pairs.Length, "any place")
        : new Baseline(ScoreMeasure.CrossEntropy, Math.Log(Letters.Length), "any letter");

    /// <summary>The sentence of an example.</summary>
    /// <param name="example">One that this task drew.</param>
    public static string TextOf(ClassExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        string read = new([.. example.Inputs.Select(x => Letters[Array.IndexOf(x, 1)])]);
        return read + Pairs.Single(pair => pair.Thing == read.Split(' ')[1]).Place[^1];
    }

    /// <summary>
    /// The number of letters from the last one of the thing to the first one of its place, that is the lag.
    /// </summary>
    /// <param name="example">One that this task drew.</param>
    public static int Lag(ClassExample example)
    {
        string text = TextOf(example);
        return text.LastIndexOf(' ') + 1 - (text.IndexOf(' ', "the ".Length) - 1);
    }

    /// <summary>The same sentence, of which only the first letter of the place is asked for.</summary>
    /// <param name="example">One that this task drew.</param>
    public static ClassExample AskedForPlace(ClassExample example)
    {
        int step = TextOf(example).LastIndexOf(' ');
        return ClassExample.Where(example.Inputs, t => t == step ? example.Targets[t] : null);
    }

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        (string thing, string place) = Pairs[random.Next(Pairs.Length)];
        IEnumerable<string> between = Enumerable.Range(0, random.Next(Fewest, Most + 1))
            .Select(_ => Between[random.Next(Between.Length)]);
        string text = string.Join(' ', ["the", thing, .. between, "float in the", place]);
        int[] symbols = [.. text.Select(letter => Letters.IndexOf(letter))];
        var example = ClassExample.AtEveryStep(OneHot.Of(symbols[..^1], InputSize), symbols[1..]);
        return PlaceOnly ? AskedForPlace(example) : example;
    }
}
