namespace Unrolled.Tests.Training;

public sealed class Seq2SeqTrainingTests
{
    private const int Symbols = 3;
    private static readonly SequenceCopyTask Task = new(
        ReadingOrder.Forward, ReadingOrder.Reversed, new LengthRange(1, 3), Symbols);

    [Fact]
    public void A_pair_learns_to_write_backwards_what_it_read()
    {
        Xoshiro256 random = new(1);
        Seq2Seq model = Model(random);
        SequencePair[] fresh = Task.Draw(200, new Xoshiro256(1_000_001));
        double before = model.ExactMatch(fresh);

        model.Fit(Task, new Adam(.01), steps: 400, batch: 16, clipNorm: 1, random);

        Assert.InRange(before, 0, .2);
        Assert.InRange(model.ExactMatch(fresh), .95, 1);
        Assert.InRange(model.Loss(fresh), 0, .1);
    }

    [Fact]
    public void A_decoder_that_goes_on_after_the_target_does_not_match()
    {
        Seq2Seq model = Model(new Xoshiro256(1));
        foreach (Parameter parameter in model.Parameters)
            parameter.Value.Clear();
        model.Head.Parameters["bias"].Value.Values[1] = 1;

        Assert.Equal(0, model.ExactMatch([new([0], [1, 1])]));
        model.Head.Parameters["bias"].Value.Values[Symbols] = 2;
        Assert.Equal(.5, model.ExactMatch([new([0], []), new([0], [1])]));
    }

    [Fact]
    public void Ready_made_targets_have_the_probability_that_teacher_forcing_gives_them()
    {
        Seq2Seq model = Model(new Xoshiro256(2));
        int[][] targets = [[], [1], [2, 0, 1]];

        double[] found = model.LogProbabilities([1, 2], targets);

        Assert.All(targets.Zip(found), one => Assert.Equal(
            -model.Loss([new SequencePair([1, 2], one.First)]) * (one.First.Length + 1), one.Second, 1e-5));
    }

    [Fact]
    public void With_a_share_of_one_the_decoder_reads_what_greedy_search_writes()
    {
        Seq2Seq model = Model(new Xoshiro256(3));
        SequencePair[] pairs = [new([1], [0, 1, 2, 2]), new([2, 0], [1, 1, 0, 0])];
        PairBatch batch = model.Batch(pairs);

        PairBatch own = model.ReadingOwn(batch, 1, new Xoshiro256(1));

        for (int b = 0; b < pairs.Length; b++)
        {
            IReadOnlyList<int> written = model.Greedy(pairs[b].Source, 4).Symbols;
            Assert.Equal(Symbols, own.Read[0, b]);
            Assert.Equal(
                written.Take(4), Enumerable.Range(1, Math.Min(4, written.Count)).Select(t => own.Read[t, b]));
        }

        Assert.Same(batch.Targets, own.Targets);
        Assert.Same(batch, model.ReadingOwn(batch, 0, new Xoshiro256(1)));
    }

    [Fact]
    public void A_mixed_batch_has_its_own_symbols_at_the_share_and_true_ones_elsewhere()
    {
        Seq2Seq model = Model(new Xoshiro256(4));
        foreach (Parameter parameter in model.Parameters)
            parameter.Value.Clear();
        // It always writes 0, and no true symbol is 0.
        model.Head.Parameters["bias"].Value.Values[0] = 1;
        PairBatch batch = model.Batch(
            [.. Enumerable.Range(0, 400).Select(i => new SequencePair([1], [1 + i % 2, 2, 1, 1 + i % 2]))]);

        PairBatch mixed = model.ReadingOwn(batch, .3, new Xoshiro256(1));

        int own = 0;
        for (int t = 1; t < 5; t++)
        {
            for (int b = 0; b < 400; b++)
            {
                Assert.True(mixed.Read[t, b] == 0 || mixed.Read[t, b] == batch.Read[t, b]);
                own += mixed.Read[t, b] == 0 ? 1 : 0;
            }
        }

        Assert.InRange(own / 1600.0, .27, .33);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ReadingOwn(batch, 1.1, new Xoshiro256(1)));
    }

    [Fact]
    public void It_learns_some_pairs_from_its_own_symbols_too()
    {
        SequencePair[] pairs = [new([0], [1, 2]), new([1], [2, 0]), new([2], [0, 1, 1]), new([0, 1], [2])];
        foreach (double share in new[] { 0, .5, 1 })
        {
            Seq2Seq model = Model(new Xoshiro256(5));

            model.Fit(pairs, new Adam(.02), steps: 150, batch: 8, clipNorm: 1, new Xoshiro256(5), share);

            Assert.Equal(1, model.ExactMatch(pairs));
        }
    }

    [Fact]
    public void One_written_target_for_every_pair_is_asked_for() => Assert.StartsWith(
        "There are 1 pairs and 0 written targets",
        Assert.Throws<ArgumentException>(
            () => Seq2SeqTraining.ExactMatch([new SequencePair([1], [1])], [])).Message);

    private static Seq2Seq Model(Xoshiro256 random)
    {
        Embedding source = new(Symbols, 4, random), target = new(Symbols + 1, 4, random);
        Gru encoder = new(4, 24, random);
        Gru decoder = new(4, 24, random);
        return new Seq2Seq(source, encoder, target, decoder, start: Symbols, end: Symbols, random);
    }
}
