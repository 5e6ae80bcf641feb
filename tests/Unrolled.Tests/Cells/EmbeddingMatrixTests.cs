
namespace Unrolled.Tests.Cells;

public class EmbeddingMatrixTests
{
    private readonly Draw draw = new(seed: 1);

    [Fact]
    public void A_symbols_vector_is_the_matrix_times_its_one_hot_vector()
    {
        var embedding = Make();

        Assert.Equal(embedding.E * Sequence.OneHot(2, 5), embedding.Forward(2));
        Assert.Equal([embedding.Forward(4), embedding.Forward(0)], embedding.Forward([4, 0]));
    }

    [Fact]
    public void Its_gradient_agrees_with_central_differences_where_a_symbol_comes_twice_and_where_it_never_does()
    {
        var embedding = Make();
        int[] symbols = [1, 3, 1];
        var dxs = draw.Sequence(3, 2);
        var d = embedding.ZerosLike();

        embedding.Backward(symbols, dxs, d);

        var report = GradientCheck.Compare(
            () => embedding.Forward(symbols).Zip(dxs, (x, dx) => x * dx).Sum(),
            [.. ProbedTensor.OfParameters(embedding.Parameters, d.Parameters)]);
        Assert.True(report.Worst.RelativeError <= 1e-7, report.ToString());
        Assert.Equal(0, d.E.Column(0).InfinityNorm());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void An_unknown_symbol_is_refused(int symbol)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Make().Forward(symbol));
        Assert.Contains($"symbol is {symbol}; expected 0 to 4.", error.Message);
    }

    private EmbeddingMatrix Make()
    {
        var embedding = EmbeddingMatrix.Zeros(symbols: 5, size: 2);
        Initialize.Uniform(embedding.Parameters, 1, draw.Random);
        return embedding;
    }
}
