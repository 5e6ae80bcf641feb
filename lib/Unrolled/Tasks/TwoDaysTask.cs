
namespace Unrolled;

/// <summary>
/// "I ate an apple yesterday, today I want a pineapple" 我昨天吃了苹果，今天我想吃菠萝, with any fruit on either day, any
/// number of hesitations after it, and a question for each of the two. The time of the first question decides whether
/// the first fruit may be forgotten when the second is named.
/// <code>
/// AtOnce     我 昨天 吃了 苹果 嗯… 昨天？ ， 今天 我 想吃 菠萝 嗯… 今天？
/// AtTheEnd   我 昨天 吃了 苹果 嗯… ， 今天 我 想吃 菠萝 嗯… 昨天？ 今天？    or    今天？ 昨天？
/// </code>
/// <para>
/// Inputs [length, 13]: one-hot, in the order of <see cref="Words"/>. Targets: at a question, the place in
/// <see cref="Fruits"/> of the fruit of that day. Baseline: any fruit, 1/4. Invariant: there is one question for each
/// day.
/// </para>
/// </summary>
/// <param name="asking">The time of the questions.</param>
/// <param name="hesitations">
/// The most hesitations after a fruit, at least 0; every number up to it is as likely.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">The number is negative, or there is no such asking.</exception>
public sealed class TwoDaysTask(QuestionTiming asking, int hesitations = 4) : ITask<ClassExample>
{
    /// <summary>The question for the first day's fruit.</summary>
    public const string Yesterday = "昨天？";

    /// <summary>The question for the second day's fruit.</summary>
    public const string Today = "今天？";

    private const int FruitCount = 4;

    private static readonly (string Word, string English)[] Dictionary =
    [
        ("苹果", "apple"), ("菠萝", "pineapple"), ("香蕉", "banana"), ("葡萄", "grapes"),
        ("我", "I"), ("昨天", "yesterday"), ("吃了", "ate"), ("，", ","), ("今天", "today"), ("想吃", "want"), ("嗯", "um"),
        (Yesterday, "yesterday?"), (Today, "today?"),
    ];

    private static readonly string[] Vocabulary = [.. Dictionary.Select(entry => entry.Word)];

    private static readonly string[] AllFruits = Vocabulary[..FruitCount];

    /// <summary>Apple, pineapple, banana, grapes: the classes.</summary>
    public static IReadOnlyList<string> Fruits => AllFruits;

    /// <summary>The words, in the order of the features; the fruits are the first.</summary>
    public static IReadOnlyList<string> Words => Vocabulary;

    /// <summary>A word in English, such as "ate" for 吃了.</summary>
    /// <param name="word">One of <see cref="Words"/>.</param>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static string InEnglish(string word) => Array.IndexOf(Vocabulary, word) is var place and >= 0
        ? Dictionary[place].English
        : throw new ArgumentException($"word is {word}; expected one of {string.Join(' ', Vocabulary)}.", nameof(word));

    /// <summary>The time of the questions.</summary>
    public QuestionTiming Asking { get; } = Enum.IsDefined(asking)
        ? asking
        : throw new ArgumentOutOfRangeException(
            nameof(asking), asking,
            $"asking is {asking}; expected {string.Join(" or ", Enum.GetNames<QuestionTiming>())}.");

    /// <summary>The most hesitations after a fruit.</summary>
    public int Hesitations { get; } = Require.AtLeast(hesitations, 0);

    /// <inheritdoc/>
    public string Name => $"Two days' fruit, asked {(Asking == QuestionTiming.AtOnce ? "at once" : "at the end")}, "
        + $"up to {Hesitations} hesitations";

    /// <inheritdoc/>
    public int InputSize => Vocabulary.Length;

    /// <inheritdoc/>
    public int OutputSize => AllFruits.Length;

    /// <inheritdoc/>
    public Baseline Baseline => new(ScoreMeasure.Accuracy, 1.0 / AllFruits.Length, "any fruit");

    /// <summary>The words of an example.</summary>
    /// <param name="example">One that this task drew.</param>
    public static IReadOnlyList<string> WordsOf(ClassExample example) =>
        [.. example.Inputs.Select(input => Vocabulary[Array.IndexOf(input, 1)])];

    /// <inheritdoc/>
    public ClassExample Draw(Random random)
    {
        var (first, second) = (random.Next(AllFruits.Length), random.Next(AllFruits.Length));
        string[] firstDay = ["我", "昨天", "吃了", AllFruits[first], .. Hesitate(random)];
        string[] secondDay = ["，", "今天", "我", "想吃", AllFruits[second], .. Hesitate(random)];
        string[] words = Asking == QuestionTiming.AtOnce ? [.. firstDay, Yesterday, .. secondDay, Today]
            : random.Next(2) == 0 ? [.. firstDay, .. secondDay, Yesterday, Today]
            : [.. firstDay, .. secondDay, Today, Yesterday];
        return ClassExample.Where(
            OneHot.Of(words.Select(word => Array.IndexOf(Vocabulary, word)), InputSize),
            t => words[t] switch { Yesterday => first, Today => second, _ => null });
    }

    private IEnumerable<string> Hesitate(Random random) =>
        Enumerable.Repeat("嗯", random.Next(Hesitations + 1));
}

/// <summary>The time of the questions in a sentence of <see cref="TwoDaysTask"/>.</summary>
public enum QuestionTiming
{
    /// <summary>Each day's question before the next day: the first may be forgotten when the second comes.</summary>
    AtOnce,

    /// <summary>Both questions at the end, in either order: the first must outlast the second.</summary>
    AtTheEnd,
}
