
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
                    expected[i * n + j] = MultiplyAdd(a[i, l], b[l, j], expected[i * n + j]);
            }
        }

        float[] transposed = new float[m * k];
        for (int i = 0; i < m; i++)
        {
            for (int l = 0; l < k; l++)
                transposed[l * m + i] = a[i, l];
        }

        Tensor fromTransposed = c.Copy();
        MatrixProduct.Add(
            new MatrixView(transposed, k, m).Transposed, new MatrixView(b.Values, k, n),
            new MatrixView(fromTransposed.Values, m, n));
        MatrixProduct.Add(
            new MatrixView(a.Values, m, k), new MatrixView(b.Values, k, n), new MatrixView(c.Values, m, n));

        Assert.Equal(expected, c.Values);
        Assert.Equal(expected, fromTransposed.Values);
    }

    [Theory]
    [InlineData(1, 5, 64)]
    [InlineData(1, 300, 160)]
    [InlineData(2, 9, 1)]
    [InlineData(8, 1, 32)]
    [InlineData(13, 300, 112)]
    [InlineData(19, 31, 75)]
    public void A_packed_factor_gives_the_same_bits_and_any_sums_to_start_from(int m, int k, int n)
    {
        LayerDraw draw = new(m + k + n);
        // One number before A makes its rows unaligned.
        float[] a = draw.Tensor(1 + m * k).Values;
        Tensor b = draw.Tensor(k, n), start = draw.Tensor(n);
        float[] expected = new float[m * n];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                expected[i * n + j] = start[j];
                for (int l = 0; l < k; l++)
                    expected[i * n + j] = MultiplyAdd(a[1 + i * k + l], b[l, j], expected[i * n + j]);
            }
        }

        PackedMatrix packed = new();
        packed.Shape(k, n);
        packed.Place(0, 0, new MatrixView(b.Values, k, n));
        float[] c = [.. Enumerable.Repeat(float.NaN, m * n)];
        MatrixProduct.Set(
            MatrixView.Repeated(start.Values, m), new MatrixView(a.AsSpan(1), m, k), packed.Panels,
            new MatrixView(c, m, n));

        Assert.Equal(expected, c);
    }

    [Fact]
    public void A_row_major_factor_of_whole_lanes_gives_the_same_bits_as_a_packed_one()
    {
        LayerDraw draw = new(5);
        Tensor a = draw.Tensor(50, 11), b = draw.Tensor(50, 80), lying = new(11, 80), packed = new(11, 80);
        MatrixView factor = new(b.Values, 50, 80);

        MatrixProduct.Add(
            new MatrixView(a.Values, 50, 11).Transposed, new PanelView(factor), new MatrixView(lying.Values, 11, 80));
        MatrixProduct.Add(new MatrixView(a.Values, 50, 11).Transposed, factor, new MatrixView(packed.Values, 11, 80));

        Assert.Equal(packed.Values, lying.Values);
    }

    [Fact]
    public void What_is_no_number_or_infinite_stays_in_its_rows_and_columns()
    {
        LayerDraw draw = new(6);
        Tensor a = draw.Tensor(10, 20), b = draw.Tensor(20, 40), c = new(10, 40);
        a[3, 5] = float.NaN;
        b[7, 39] = float.PositiveInfinity;

        MatrixProduct.Add(
            new MatrixView(a.Values, 10, 20), new MatrixView(b.Values, 20, 40), new MatrixView(c.Values, 10, 40));

        for (int i = 0; i < 10; i++)
        {
            for (int j = 0; j < 40; j++)
                Assert.Equal(
                    (i == 3, j == 39), (float.IsNaN(c[i, j]), float.IsInfinity(c[i, j]) || (i == 3 && j == 39)));
        }
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
            new MatrixView(new float[6], 2, 3), new MatrixView(new float[8], 4, 2),
            new MatrixView(new float[4], 2, 2)));

        Assert.Equal("A [2, 3] times B [4, 2] is not C [2, 2].", error.Message);
    }

    private static float MultiplyAdd(float a, float b, float sum) =>
        Processor.FusesMultiplyAdd ? MathF.FusedMultiplyAdd(a, b, sum) : a * b + sum;
}
