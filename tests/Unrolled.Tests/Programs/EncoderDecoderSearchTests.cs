namespace Unrolled.Tests.Programs;

public sealed class EncoderDecoderSearchTests
{
    [Fact]
    public void A_pair_learns_to_reverse_and_its_searches_say_what_they_wrote_how_probable_it_is_and_whether_it_ended()
    {
        // program
        SequenceCopyTask task = new(ReadingOrder.Forward, ReadingOrder.Reversed, new LengthRange(1, 5), symbols: 6);
        int end = task.OutputSize;
        Xoshiro256 random = new(1);
        Seq2Seq model = new(
            new Embedding(task.InputSize, 8, random), new Gru(8, 40, random),
            new Embedding(task.OutputSize + 1, 8, random), new Gru(8, 40, random), start: end, end, random);
        model.Fit(task, new Adam(.01), steps: 700, batch: 32, clipNorm: 1, random);

        SequencePair[] test = task.Draw(100, new Xoshiro256(1000));
        Hypothesis[] greedy = [.. test.Select(pair => model.Greedy(pair.Source, longest: 8))];
        IReadOnlyList<Hypothesis>[] beams =
            [.. test.Select(pair => model.BeamSearch(pair.Source, width: 5, longest: 8, lengthPenalty: .6))];
        double Right(IEnumerable<Hypothesis> written) =>
            test.Zip(written).Average(one => one.First.Target.SequenceEqual(one.Second.Symbols) ? 1.0 : 0.0);
        (double byGreedy, double byBeam) = (Right(greedy), Right(beams.Select(beam => beam[0])));
        // end

        Assert.InRange(byGreedy, .9, 1);
        Assert.InRange(byBeam, .9, 1);
        Assert.Equal(byGreedy, model.ExactMatch(test));
        Assert.All(greedy, written => Assert.True(written.IsComplete));
        Assert.All(test.Zip(beams), pair =>
        {
            Hypothesis best = pair.Second[0];
            Assert.True(best.IsComplete);
            double loss = model.Loss([new SequencePair(pair.First.Source, [.. best.Symbols])]);
            Assert.Equal(-loss * (best.Symbols.Count + 1), best.LogProbability, 1e-4);
        });
    }
}
