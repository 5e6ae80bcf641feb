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
        model.Decoder.Head.Parameters["bias"].Value.Values[1] = 1;

        Assert.Equal(0, model.ExactMatch([new([0], [1, 1])]));
        model.Decoder.Head.Parameters["bias"].Value.Values[Symbols] = 2;
        Assert.Equal(.5, model.ExactMatch([new([0], []), new([0], [1])]));
    }

    private static Seq2Seq Model(Xoshiro256 random)
    {
        Embedding source = new(Symbols, 4, random), target = new(Symbols + 1, 4, random);
        Gru encoder = new(4, 24, random);
        Gru decoder = new(4, 24, random);
        SequenceModel writer = new(target, decoder, Symbols + 1, OutputAt.EveryStep, random);
        return new Seq2Seq(source, encoder, writer, start: Symbols, end: Symbols);
    }
}
