namespace Unrolled;

/// <summary>
/// Messages and their replies, from a grammar: a miniature of what Smart Reply learns from mail (Kannan et al. 2016,
/// Smart Reply). A message has one reply, which follows from it and from what the person who replies is like: busy on
/// Tuesday, Thursday and Saturday.
/// <code>
/// can we have lunch on tuesday ?               sorry , i am busy on tuesday
/// the call on tuesday is moved to friday       ok , see you on friday
/// do you want tea or juice ?                   tea , please
/// shall i bring tea instead of juice ?         no , bring juice
/// please tell anna that ben is late            ok , i will tell anna that ben is late
/// </code>
/// <para>
/// Source [words]: places in <see cref="MessageWords"/>. Target [words]: places in <see cref="ReplyWords"/>. Baseline:
/// the most frequent reply; <see cref="NearestPair"/> is the one to beat. Invariant: every message is in one pair of
/// <see cref="Pairs"/>, and every pair is drawn equally often.
/// </para>
/// </summary>
public sealed class SmartReplyTask : ITask<SequencePair>
{
    private static readonly string[] Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] Meals = ["breakfast", "lunch", "dinner", "coffee", "tea", "cake"];
    private static readonly string[] Things = ["tea", "coffee", "juice", "water", "soup", "cake"];
    private static readonly string[] Papers = ["report", "invoice", "contract", "letter", "ticket", "plan"];
    private static readonly string[] Gifts = ["flowers", "book", "photos", "advice", "help", "map"];
    private static readonly string[] Dates = ["meeting", "call", "class"];
    private static readonly string[] Names = ["anna", "ben", "clara", "david", "emma"];

    private static readonly (string Message, string Reply)[] AllTexts =
    [
        .. Invitations(), .. Choices(), .. NewsOfPapers(), .. Thanks(), .. Moves(), .. Hours(), .. Errands(),
    ];

    private static readonly string[] OfMessages = WordsOf(AllTexts.Select(pair => pair.Message));
    private static readonly string[] OfReplies = WordsOf(AllTexts.Select(pair => pair.Reply));
    private static readonly SequencePair[] AllPairs = [.. AllTexts.Select(pair => new SequencePair(
        Places(pair.Message, OfMessages, "message"), Places(pair.Reply, OfReplies, "reply")))];

    /// <summary>Every pair of the grammar, in its order, as text.</summary>
    public static IReadOnlyList<(string Message, string Reply)> Texts => AllTexts;

    /// <summary>Every pair of the grammar, in its order, as symbols.</summary>
    public static IReadOnlyList<SequencePair> Pairs => AllPairs;

    /// <summary>The words of messages, in the order of their numbers as symbols: the alphabet's.</summary>
    public static IReadOnlyList<string> MessageWords => OfMessages;

    /// <summary>The words of replies, in the order of their numbers as symbols: the alphabet's.</summary>
    public static IReadOnlyList<string> ReplyWords => OfReplies;

    /// <inheritdoc/>
    public string Name => "Messages and replies";

    /// <inheritdoc/>
    public int InputSize => OfMessages.Length;

    /// <inheritdoc/>
    public int OutputSize => OfReplies.Length;

    /// <inheritdoc/>
    public Baseline Baseline => new(
        ScoreMeasure.ExactMatch,
        AllTexts.CountBy(pair => pair.Reply).Max(reply => reply.Value) / (double)AllTexts.Length,
        "always the most frequent reply");

    /// <summary>The symbols of a message.</summary>
    /// <param name="message">Words of <see cref="MessageWords"/> with a space between them.</param>
    /// <exception cref="ArgumentException">The message has no word, or one that is unknown.</exception>
    public static int[] MessageOf(string message) => Places(message, OfMessages, nameof(message));

    /// <summary>The symbols of a reply.</summary>
    /// <param name="reply">Words of <see cref="ReplyWords"/> with a space between them.</param>
    /// <exception cref="ArgumentException">The reply has no word, or one that is unknown.</exception>
    public static int[] ReplyOf(string reply) => Places(reply, OfReplies, nameof(reply));

    /// <summary>The text of a message.</summary>
    /// <param name="source">Places in <see cref="MessageWords"/>.</param>
    public static string MessageText(IEnumerable<int> source) =>
        string.Join(' ', source.Select(symbol => OfMessages[symbol]));

    /// <summary>The text of a reply.</summary>
    /// <param name="target">Places in <see cref="ReplyWords"/>.</param>
    public static string ReplyText(IEnumerable<int> target) =>
        string.Join(' ', target.Select(symbol => OfReplies[symbol]));

    /// <summary>All pairs in random order, cut into those to learn from and those that are held out.</summary>
    /// <param name="heldOut">The number of pairs that are held out, at least 0 and less than there are.</param>
    /// <param name="random">The seeded source.</param>
    /// <returns>Two sets that share no message.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many pairs.</exception>
    public static (SequencePair[] Train, SequencePair[] HeldOut) Split(int heldOut, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Require.Between(heldOut, 0, AllPairs.Length - 1);
        SequencePair[] shuffled = [.. AllPairs];
        random.Shuffle(shuffled);
        return (shuffled[heldOut..], shuffled[..heldOut]);
    }

    /// <inheritdoc/>
    public SequencePair Draw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return AllPairs[random.Next(AllPairs.Length)];
    }

    private static bool IsBusy(string day) => day is "tuesday" or "thursday" or "saturday";

    private static bool IsWeekend(string day) => day is "saturday" or "sunday";

    private static IEnumerable<(string Message, string Reply)> Invitations() =>
        from opening in new[] { "can we have", "shall we have", "would you like", "are you free for" }
        from meal in Meals
        from day in Days
        select (
            $"{opening} {meal} on {day} ?",
            IsBusy(day) ? $"sorry , i am busy on {day}" : $"yes , see you on {day}");

    private static IEnumerable<(string Message, string Reply)> Choices() =>
        from first in Things
        from second in Things
        where first != second
        from pair in new[]
        {
            ($"do you want {first} or {second} ?", $"{first} , please"),
            ($"shall i bring {first} instead of {second} ?", $"no , bring {second}"),
        }
        select pair;

    private static IEnumerable<(string Message, string Reply)> NewsOfPapers() =>
        from whose in new[] { "the", "your" }
        from paper in Papers
        from pair in new[]
        {
            ($"{whose} {paper} is ready", $"great , please send the {paper}"),
            ($"{whose} {paper} is late", $"no problem , send the {paper} tomorrow"),
            ($"{whose} {paper} is lost", $"do not worry , we will find the {paper}"),
        }
        select pair;

    private static IEnumerable<(string Message, string Reply)> Thanks() =>
        from opening in new[] { "thanks for the", "thank you for the", "thank you so much for the" }
        from gift in Gifts
        select ($"{opening} {gift}", $"you are welcome , i am glad you like the {gift}");

    private static IEnumerable<(string Message, string Reply)> Moves() =>
        from date in Dates
        from before in Days
        from after in Days
        where before != after
        select (
            $"the {date} on {before} is moved to {after}",
            IsBusy(after) ? $"sorry , i am busy on {after}" : $"ok , see you on {after}");

    private static IEnumerable<(string Message, string Reply)> Hours() =>
        from date in Dates
        from day in Days
        from pair in new[]
        {
            ($"when does the {date} start on {day} ?", IsWeekend(day) ? $"no {date} on {day}" : "it starts at nine"),
            ($"when does the {date} end on {day} ?", IsWeekend(day) ? $"no {date} on {day}" : "it ends at five"),
        }
        select pair;

    private static IEnumerable<(string Message, string Reply)> Errands() =>
        from to in Names
        from about in Names
        where to != about
        from state in new[] { "late", "ill", "here", "busy" }
        select ($"please tell {to} that {about} is {state}", $"ok , i will tell {to} that {about} is {state}");

    private static string[] WordsOf(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => text.Split(' ')).Distinct().Order(StringComparer.Ordinal)];

    private static int[] Places(string text, string[] words, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        string[] all = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (all.Length == 0)
            throw new ArgumentException($"{name} has no word; expected at least one.", name);
        return
        [
            .. all.Select(word => Array.BinarySearch(words, word, StringComparer.Ordinal) is var place and >= 0
                ? place
                : throw new ArgumentException(
                    $"{name} has the word “{word}”; expected only {string.Join(' ', words)}.", name)),
        ];
    }
}
