using Unrolled.Layers;
using Unrolled.Layers.Kernels;

namespace Unrolled.Tests.Layers.Kernels;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 7, 16)]
    [InlineData(5, 3, 17)]
    [InlineData(3, 40, 33)]
    [InlineData(9, 100, 70)]
    [InlineData(7, 600, 40)]
    public void Every_element_has_the_bits_of_one_sum_in_order(int m, int k, int n)
    {
        LayerDraw draw = new(m * n);
        Tensor a = draw.Tensor(m, k), b = draw.Tensor(k, n), c = draw.Tensor(m, n);
        float[] expected = [.. c.Values];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int l = 0; l < k; l++)
                    expected[i * n + j] = MathF.FusedMultiplyAdd(a[i, l], b[l, j], expected[i * n + j]);
            }
        }

        float[] transposed = new float[m * k];
        for (int i = 0; i < m; i++)
        {
            for (int l = 0; l < k; l++)
                transposed[l * m + i] = a[i, l];
        }

        Tensor fromTransposed = c.Copy();
        MatrixProduct.Add(new MatrixView(transposed, k, m).Transposed, new MatrixView(b.Values, k, n), new MatrixView(fromTransposed.Values, m, n));
        MatrixProduct.Add(new MatrixView(a.Values, m, k), new MatrixView(b.Values, k, n), new MatrixView(c.Values, m, n));

        Assert.Equal(expected, c.Values);
        Assert.Equal(expected, fromTransposed.Values);
    }

    [Fact]
    public void A_block_of_columns_leaves_its_neighbours_alone()
    {
        Tensor c = new(4, 40);

        MatrixProduct.Add(
            new MatrixView([1, 1, 1, 1], 4, 1), new MatrixView([.. Enumerable.Repeat(1f, 17)], 1, 17),
            new MatrixView(c.Values, 4, 40).ColumnBlock(20, 17));

        Assert.Equal(4 * 17, c.Values.Sum());
        Assert.Equal([0, 1, 1, 0], [c[2, 19], c[2, 20], c[2, 36], c[2, 37]]);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => MatrixProduct.Add(
            new MatrixView(new float[6], 2, 3), new MatrixView(new float[8], 4, 2), new MatrixView(new float[4], 2, 2)));

        Assert.Equal("A [2, 3] times B [4, 2] is not C [2, 2].", error.Message);
    }
}
