using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Problems;

/// <summary>
/// An encoder reads a sequence, forwards or reversed, and a decoder writes it as it is; scored by the share of fresh
/// sequences of length 8 that it writes without a mistake when it reads what it wrote.
/// </summary>
internal sealed class ReversedWriting : IProblem
{
    private const int Symbols = 12;
    private const int VectorSize = 16;
    private const int FreshLength = 8;

    public Score Score { get; } = new("whole sequences of length 8 that are right", MoreIsBetter: true);

    public IReadOnlyList<Trivial> Baselines { get; } =
        [new Trivial("symbols at random", new SequenceCopyTask(lengths: FreshLength, symbols: Symbols).Baseline.Value)];

    public ITrial Begin(Row row, Xoshiro256 random)
    {
        Seq2Seq model = Create(row, random);
        SequenceCopyTask task = new(row.Source, symbols: Symbols);
        SequenceCopyTask asked = new(row.Source, lengths: FreshLength, symbols: Symbols);
        PairBatch Next(long step, Random source) => model.Batch(task.Draw(Protocol.BatchSize, source));
        Trainer trainer = new(model, new Adam(row.LearningRate), Next, random) { ClipNorm = Protocol.ClipNorm };
        return new Trial(
            trainer, fresh => new Measurement(model.ExactMatch(asked.Draw(Protocol.FreshSequences, fresh))));
    }

    private static Seq2Seq Create(Row row, Random random)
    {
        // One more symbol is both the start and the end symbol of the decoder.
        const int bound = Symbols;
        Embedding source = new(Symbols, VectorSize, random);
        Embedding target = new(Symbols + 1, VectorSize, random);
        RecurrentLayer encoder = row.CreateLayer(VectorSize, random);
        RecurrentLayer decoder = row.CreateLayer(VectorSize, random);
        return new Seq2Seq(source, encoder, target, decoder, bound, bound, random);
    }
}
