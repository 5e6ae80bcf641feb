using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Problems;

/// <summary>
/// The part of speech of every word of a sentence. Words that appear once in training are all read as one symbol; it
/// also serves for words that are not in training.
/// </summary>
internal sealed class WordTags : IProblem
{
    private const int VectorSize = 32;
    private static readonly int TagCount = Enum.GetValues<UniversalTag>().Length;

    private readonly MostFrequentTag tagger;
    private readonly Vocabulary vocabulary;
    private readonly IReadOnlyList<IReadOnlyList<TaggedWord>> train;
    private readonly IReadOnlyList<IReadOnlyList<TaggedWord>> test;

    internal WordTags(IReadOnlyList<IReadOnlyList<TaggedWord>> train, IReadOnlyList<IReadOnlyList<TaggedWord>> test)
    {
        (this.train, this.test) = (train, test);
        tagger = MostFrequentTag.Fit(train);
        vocabulary = Vocabulary.Of(train.SelectMany(sentence => sentence).Select(Key), leastCount: 2);
        TaggedWord[] asked = [.. test.SelectMany(sentence => sentence)];
        Baselines =
        [
            new Trivial("the tag that a word has most often", Right(asked)),
            new Trivial(
                "the same, at words never seen alone", Right([.. asked.Where(word => !tagger.Knows(word.Word))])),
        ];
    }

    public Score Score => Score.Accuracy;

    public IReadOnlyList<Trivial> Baselines { get; }

    public ITrial Begin(Row row, Xoshiro256 random)
    {
        Embedding embedding = new(vocabulary.Count, VectorSize, random);
        SequenceModel model = new(embedding, row.CreateLayer(VectorSize, random), TagCount, OutputAt.EveryStep, random);
        SequenceBatch Next(long step, Random source) =>
            Batch([.. Enumerable.Range(0, Protocol.BatchSize).Select(_ => train[source.Next(train.Count)])]);
        Trainer trainer = new(model, new Adam(row.LearningRate), Next, random) { ClipNorm = Protocol.ClipNorm };
        return new Trial(trainer, _ => Measure(model));
    }

    private Measurement Measure(SequenceModel model)
    {
        SequenceBatch batch = Batch(test);
        Tensor output = model.Forward(batch).Output;
        var targets = (ClassTargets)batch.Targets;
        return new Measurement(
            targets.Accuracy(output), new Aside(
                "words never seen", new ClassTargets(targets.Classes, NeverSeen()).Accuracy(output)));
    }

    private SequenceBatch Batch(IReadOnlyList<IReadOnlyList<TaggedWord>> sentences) => SequenceBatch.OfSymbols(
        [.. sentences.Select(sentence => vocabulary.Encode(sentence.Select(Key)))],
        [.. sentences.Select(sentence => sentence.Select(word => (int)word.Tag).ToArray())]);

    // [time, batch]: 1 at the test part's words that training does not have.
    private Tensor NeverSeen()
    {
        Tensor mask = new(test.Max(sentence => sentence.Count), test.Count);
        for (int b = 0; b < test.Count; b++)
        {
            for (int t = 0; t < test[b].Count; t++)
                mask[t, b] = tagger.Knows(test[b][t].Word) ? 0 : 1;
        }

        return mask;
    }

    private double Right(TaggedWord[] words) =>
        words.Count(word => tagger.Tag(word.Word) == word.Tag) / (double)words.Length;

    private static string Key(TaggedWord word) => word.Word.ToLowerInvariant();
}
