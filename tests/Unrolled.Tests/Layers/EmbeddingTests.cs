
namespace Unrolled.Tests.Layers;

public sealed class EmbeddingTests
{
    [Fact]
    public void A_symbol_becomes_its_row_and_a_row_gathers_the_gradients_of_its_symbol()
    {
        Embedding embedding = Embedding.Zeros(3, 2);
        new float[] { 1, 2, 3, 4, 5, 6 }.CopyTo(embedding.Parameters["weight"].Value.Values, 0);
        int[,] symbols = { { 2 }, { 0 }, { 2 } };

        Tensor x = embedding.Forward(symbols);
        embedding.Backward(symbols, new Tensor([1, 10, 2, 20, 3, 30], 3, 1, 2));

        Assert.Equal([3, 1, 2], x.Shape);
        Assert.Equal([5, 6, 1, 2, 5, 6], x.Values);
        Assert.Equal([2, 20, 0, 0, 4, 40], embedding.Parameters["weight"].Gradient.Values);
    }

    [Fact]
    public void A_symbol_outside_the_vocabulary_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Embedding.Zeros(3, 2).Forward(new[,] { { 0, 1 }, { 2, 3 } }));

        Assert.StartsWith("symbols[1, 1] is 3; expected 0 to 2.", error.Message, StringComparison.Ordinal);
    }
}
