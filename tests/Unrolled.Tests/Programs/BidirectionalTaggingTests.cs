namespace Unrolled.Tests.Programs;

public sealed class BidirectionalTaggingTests
{
    [Fact]
    public void Past_xor_future_needs_two_bidirectional_layers_and_both_can_be_looked_at()
    {
        // program
        PastXorFutureTask task = new(20);
        ClassExample[] test = task.Draw(100, new Xoshiro256(1000));
        SequenceModel Trained(int layers)
        {
            Xoshiro256 random = new(1);
            Lstm lstm = new(task.InputSize, 8, random, layers: layers, bidirectional: true);
            SequenceModel model = new(lstm, task.OutputSize, OutputAt.EveryStep, random);
            model.Fit(task, new Adam(.01), steps: 500, batch: 32, clipNorm: 1, random);
            return model;
        }

        (SequenceModel one, SequenceModel two) = (Trained(layers: 1), Trained(layers: 2));
        (double alone, double stacked) = (one.Accuracy(test), two.Accuracy(test));

        RecurrentPass pass = two.Forward(two.Batch(test)).Recurrent;
        Tensor lower = pass.LayerOutputs[0];
        double[] ofForwardUnit = pass.Trace(layer: 0).Unit("h", unit: 3, sequence: 7);
        double[] ofBackwardUnit = pass.Trace(layer: 0, reverse: true).Unit("h", unit: 3, sequence: 7);
        // end

        // A sum of a function of the past and one of the future is right for at most three of the four patterns.
        Assert.InRange(alone, .4, .78);
        Assert.InRange(stacked, .99, 1);
        Assert.Equal([20, 100, 16], lower.Shape);
        Assert.Equal(ofForwardUnit, Enumerable.Range(0, 20).Select(t => (double)lower[t, 7, 3]));
        Assert.Equal(ofBackwardUnit, Enumerable.Range(0, 20).Select(t => (double)lower[t, 7, 8 + 3]));
    }

    [Fact]
    public void A_tagger_of_English_sentences_beats_the_tag_that_a_word_has_most_often()
    {
        // program
        TimeSplit<IReadOnlyList<TaggedWord>> split = TimeSplit.ByCount(PartOfSpeech.Load(), train: 800);
        IReadOnlyList<TaggedWord>[] train = [.. split.Train];
        Vocabulary vocabulary = Vocabulary.Of(train.SelectMany(words => words).Select(Lower), leastCount: 2);
        Xoshiro256 random = new(1);
        Embedding embedding = new(vocabulary.Count, 32, random);
        Lstm lstm = Initialize.KeepBias(new Lstm(32, 32, random, layers: 2, bidirectional: true), 1);
        int tags = Enum.GetValues<UniversalTag>().Length;
        SequenceModel tagger = new(embedding, lstm, tags, OutputAt.EveryStep, random);

        string Lower(TaggedWord word) => word.Word.ToLowerInvariant();
        SequenceBatch Batch(IReadOnlyList<IReadOnlyList<TaggedWord>> sentences) => SequenceBatch.OfSymbols(
            [.. sentences.Select(words => vocabulary.Encode(words.Select(Lower)))],
            [.. sentences.Select(words => words.Select(word => (int)word.Tag).ToArray())]);
        tagger.Fit(
            (_, source) => Batch(source.GetItems(train, 32)), new Adam(.01), steps: 300, clipNorm: 1, random);

        double accuracy = tagger.Accuracy(Batch(split.Test));
        MostFrequentTag baseline = MostFrequentTag.Fit(train);
        double baselineAccuracy = split.Test.SelectMany(words => words)
            .Average(word => baseline.Tag(word.Word) == word.Tag ? 1.0 : 0.0);
        // end

        Assert.Equal(.800, baselineAccuracy, 2);
        Assert.InRange(accuracy, baselineAccuracy + .02, 1);
    }
}
