
namespace Unrolled.Tests.Layers.Kernels;

/// <summary>The sums beside the product, each against a plain loop.</summary>
public sealed class SumsTests
{
    [Theory]
    [InlineData(1, 16)]
    [InlineData(7, 48)]
    [InlineData(40, 144)]
    public void Columns_are_summed_from_the_first_row_to_the_last_and_copied_to_panels(int rows, int columns)
    {
        LayerDraw draw = new(rows);
        Tensor matrix = draw.Tensor(rows, columns), sums = draw.Tensor(1, columns);
        float[] expected = [.. sums.Values];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                expected[j] += matrix[i, j];
        }

        PackedMatrix packed = new();
        packed.Shape(rows, columns);
        Processor.Run(new PackedSum(
            new MatrixView(matrix.Values, rows, columns), packed.Panels, new MatrixView(sums.Values, 1, columns)));

        Assert.Equal(expected, sums.Values);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                Assert.Equal(matrix[i, j], packed.Panels.RowBlock(i, 1).At(j));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(37)]
    public void Rows_of_any_length_are_added_and_nothing_beside_them(int count)
    {
        LayerDraw draw = new(count);
        float[] source = draw.Tensor(count + 2).Values, sums = draw.Tensor(count + 2).Values;
        float[] expected = [.. sums.Select((value, i) => i > 0 && i <= count ? value + source[i] : value)];

        Accumulate.Add(source.AsSpan(1, count), sums.AsSpan(1, count));

        Assert.Equal(expected, sums);
    }

    [Fact]
    public void A_transpose_is_added()
    {
        Tensor sums = new([10, 20, 30, 40, 50, 60], 3, 2);

        TransposedSum.Add(new MatrixView([1, 2, 3, 4, 5, 6], 2, 3), new MatrixView(sums.Values, 3, 2));

        Assert.Equal([11, 24, 32, 45, 53, 66], sums.Values);
    }

    [Theory]
    [InlineData(1, 1, 5)]
    [InlineData(3, 4, 16)]
    [InlineData(9, 2, 37)]
    public void Dot_products_are_near_the_exact_ones_and_their_padding_is_not_looked_at(
        int rows, int columns, int blockSize)
    {
        const int blocks = 3;
        int padded = Lanes.Padded(blockSize);
        LayerDraw draw = new(rows);
        Tensor a = draw.Tensor(rows, blocks * padded), b = draw.Tensor(columns, blocks * padded), start = draw.Tensor(
            rows, columns);
        double[] expected = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                expected[i * columns + j] = start[i, j];
                for (int k = 0; k < blocks * padded; k++)
                    expected[i * columns + j] += k % padded < blockSize ? (double)a[i, k] * b[j, k] : 0;
            }

            for (int k = 0; k < blocks * padded; k++)
                a[i, k] = k % padded < blockSize ? a[i, k] : float.NaN;
        }

        for (int place = 0; place < b.Count; place++)
            b.Values[place] = place % padded < blockSize ? b.Values[place] : 0;
        Tensor c = new(rows, columns);
        Processor.Run(new RowDot(
            new MatrixView(start.Values, rows, columns), new MatrixView(a.Values, rows, blocks * padded),
            new MatrixView(b.Values, columns, blocks * padded), blockSize, new MatrixView(c.Values, rows, columns)));

        for (int place = 0; place < c.Count; place++)
            Assert.Equal(expected[place], c.Values[place], 1e-5);
    }
}
