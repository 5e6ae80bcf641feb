using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Tests.Experiments.Problems;

public sealed class WordTagsTests
{
    private static readonly TaggedWord The = new("The", UniversalTag.DET), Dog = new(
        "dog", UniversalTag.NOUN), Runs = new("runs", UniversalTag.VERB);
    private static readonly Row Row = new(CellKind.Gru, 8, .02, 100, new Fails("none"));

    // "cat" and "sleeps" appear in training once, so that their tags must come from their places.
    private static readonly WordTags Problem = new(
        [[The, Dog, Runs], [The, Dog, Runs], [The, new("cat", UniversalTag.NOUN), Runs],
            [The, Dog, new("sleeps", UniversalTag.VERB)]],
        [[The, new("horse", UniversalTag.NOUN), Runs], [The, Dog, new("barks", UniversalTag.VERB)]]);

    [Fact]
    public void The_baseline_knows_no_place_and_calls_every_new_word_what_is_most_frequent()
    {
        // Of "horse" and "barks" the most frequent tag, one of three with four words each, gets none or one right.
        Assert.Equal([4 / 6.0, 0], Problem.Baselines.Select(baseline => baseline.Value));
    }

    [Fact]
    public void New_words_are_read_as_those_that_training_shows_once_and_are_scored_apart()
    {
        ITrial trial = Problem.Begin(Row, new Xoshiro256(1));
        trial.Run(100);

        Measurement measured = trial.Measure(new Xoshiro256(2));

        Assert.Equal(1, measured.Score);
        Assert.Equal(new Aside("words never seen", 1), Assert.Single(measured.Asides));
    }
}
