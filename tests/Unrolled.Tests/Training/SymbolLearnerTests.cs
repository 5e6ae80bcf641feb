
namespace Unrolled.Tests.Training;

public sealed class SymbolLearnerTests
{
    // The class of a symbol is the symbol before it, 0 at the beginning.
    private static readonly int[][] Sequences = [[1, 2, 0, 1], [2, 2], [0, 1, 2]];
    private static readonly SymbolBatch Batch = SymbolBatch.Of(Sequences, [.. Sequences.Select(one => (int[])[0, .. one[..^1]])]);

    [Fact]
    public void What_is_learned_from_symbols_lowers_the_loss_that_is_evaluated()
    {
        Xoshiro256 random = new(1);
        SymbolModel model = new(new Embedding(3, 4), new SequenceModel(new Rnn(4, 8), new Dense(8, 3), OutputAt.EveryStep));
        Initialize.Normal(model.Embedding, random);
        Initialize.Uniform(model.Sequence, random);
        SymbolLearner learner = new(model);
        double before = learner.Evaluate(Batch);

        double first = new Trainer<SymbolBatch>(learner, new Adam(.02), (_, _) => Batch, random).Run(300).Losses[0];

        Assert.Equal(before, first);
        Assert.InRange(learner.Evaluate(Batch), 0, .05);
    }
}
