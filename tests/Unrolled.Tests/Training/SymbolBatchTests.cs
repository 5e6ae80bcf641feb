
namespace Unrolled.Tests.Training;

public sealed class SymbolBatchTests
{
    [Fact]
    public void Symbols_stand_side_by_side_and_count_up_to_each_sequences_length()
    {
        SymbolBatch batch = SymbolBatch.Of([[5, 6, 7], [8]], [[1, 0, 1], [2]]);

        Assert.Equal(new[,] { { 5, 8 }, { 6, 0 }, { 7, 0 } }, batch.Symbols);
        Assert.Equal([3, 1], batch.Lengths!);
        var targets = (ClassTargets)batch.Targets;
        Assert.Equal([1, 2, 0, ClassExample.NoClass, 1, ClassExample.NoClass], targets.Classes);
        Assert.Equal([1, 1, 1, 0, 1, 0], targets.Mask!.Values);
    }

    [Fact]
    public void Empty_sequences_and_missing_classes_are_refused_by_their_number()
    {
        Assert.StartsWith("There is no sequence", Assert.Throws<ArgumentException>(() => SymbolBatch.Of([], [])).Message);
        Assert.StartsWith("sequences[1] is empty", Assert.Throws<ArgumentException>(() => SymbolBatch.Of([[1], []], [[1], []])).Message);
        Assert.StartsWith("classes has 1 sequences; expected 2.", Assert.Throws<ArgumentException>(() => SymbolBatch.Of([[1], [2]], [[1]])).Message);
        Assert.StartsWith("classes[0] has 2 steps; expected 1.", Assert.Throws<ArgumentException>(() => SymbolBatch.Of([[1]], [[1, 2]])).Message);
    }
}
