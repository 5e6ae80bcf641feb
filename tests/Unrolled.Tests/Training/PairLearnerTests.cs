
namespace Unrolled.Tests.Training;

public sealed class PairLearnerTests
{
    private const int Symbols = 3;
    private static readonly SequenceCopyTask Task = new(ReadingOrder.Forward, ReadingOrder.Reversed, new LengthRange(1, 3), Symbols);

    [Fact]
    public void A_pair_learns_to_write_backwards_what_it_read()
    {
        Xoshiro256 random = new(1);
        Seq2Seq model = Model(random);
        PairLearner learner = new(model);
        SequencePair[] fresh = Task.Draw(200, new Xoshiro256(1_000_001));
        double before = learner.ExactMatch(fresh);

        new Trainer<PairBatch>(
            learner, new Adam(.01), (_, source) => PairBatch.Of(Task.Draw(16, source), model.Start, model.End), random)
        { ClipNorm = 1 }.Run(400);

        Assert.InRange(before, 0, .2);
        Assert.InRange(learner.ExactMatch(fresh), .95, 1);
        Assert.InRange(learner.Evaluate(PairBatch.Of(fresh, model.Start, model.End)), 0, .1);
    }

    [Fact]
    public void A_decoder_that_goes_on_after_the_target_does_not_match()
    {
        Seq2Seq model = Model(new Xoshiro256(1));
        foreach (Parameter parameter in model.Parameters)
            parameter.Value.Clear();
        model.Decoder.Sequence.Head.Parameters["bias"].Value.Values[1] = 1;
        PairLearner alwaysOne = new(model);

        Assert.Equal(0, alwaysOne.ExactMatch([new([0], [1, 1])]));
        model.Decoder.Sequence.Head.Parameters["bias"].Value.Values[Symbols] = 2;
        Assert.Equal(.5, alwaysOne.ExactMatch([new([0], []), new([0], [1])]));
    }

    private static Seq2Seq Model(Xoshiro256 random)
    {
        Embedding source = new(Symbols, 4), target = new(Symbols + 1, 4);
        Gru encoder = new(4, 24);
        SequenceModel decoder = new(new Gru(4, 24), new Dense(24, Symbols + 1), OutputAt.EveryStep);
        Initialize.Normal(source, random);
        Initialize.Normal(target, random);
        Initialize.Uniform(encoder, random);
        Initialize.Uniform(decoder, random);
        return new Seq2Seq(source, encoder, new SymbolModel(target, decoder), start: Symbols, end: Symbols);
    }
}
