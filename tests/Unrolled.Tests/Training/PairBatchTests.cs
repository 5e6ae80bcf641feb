
namespace Unrolled.Tests.Training;

public sealed class PairBatchTests
{
    [Fact]
    public void The_decoder_reads_start_and_the_target_and_is_to_say_the_target_and_the_end()
    {
        PairBatch batch = PairBatch.Of([new([1, 2], [3, 4, 5]), new([6], [])], start: 8, end: 9);

        Assert.Equal(new[,] { { 1, 6 }, { 2, 0 } }, batch.Source);
        Assert.Equal([2, 1], batch.SourceLengths!);
        Assert.Equal(new[,] { { 8, 8 }, { 3, 9 }, { 4, 9 }, { 5, 9 } }, batch.Read);
        Assert.Equal(
            [3, 9, 4, ClassExample.NoClass, 5, ClassExample.NoClass, 9, ClassExample.NoClass], batch.Targets.Classes);
        Assert.Equal([1, 1, 1, 0, 1, 0, 1, 0], batch.Targets.Mask!.Values);
    }

    [Fact]
    public void No_pair_and_an_empty_source_are_refused()
    {
        Assert.StartsWith("There is no sequence", Assert.Throws<ArgumentException>(() => PairBatch.Of([], 0, 0)).Message);
        Assert.StartsWith("sequences[0] is empty", Assert.Throws<ArgumentException>(() => PairBatch.Of([new([], [1])], 0, 0)).Message);
    }
}
